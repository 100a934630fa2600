//! The engine room from outside.

mod engine {
    mod catalogue;
    mod chat;
    mod choose;
    mod control_tokens;
    mod device;
    mod families;
    mod folder;
    mod grammar;
    mod hostile;
    mod independence;
    mod kept;
    mod mutants;
    mod prompts;
    mod reference;
    mod scripted;
    mod speculation;
    mod store;
    mod support;
    mod tokenizer;
    mod writing;
}
