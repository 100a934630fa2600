//! A command line that cannot be understood, told in the user's language.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::{Console, Exit};
use crate::lang::{Lang, Message};

/// Shows help or the version where asked for, else what is wrong with the command line.
pub(super) fn report(error: &clap::Error, console: &mut Console<'_>) -> Exit {
    let shown = error.render().to_string();
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        return match console.result(shown.as_bytes()) {
            Ok(()) => Exit::Done,
            Err(failure) => failure.exit(),
        };
    }
    let message = match console.lang {
        Lang::En => shown.trim_end().to_owned(),
        Lang::Ja => japanese(error).unwrap_or_else(|| shown.trim_end().to_owned()),
    };
    console.notice(&Message::new(message.clone(), message));
    Exit::Usage
}

fn japanese(error: &clap::Error) -> Option<String> {
    let context = |kind: ContextKind| {
        Some(match error.get(kind)? {
            ContextValue::String(text) => text.clone(),
            ContextValue::Strings(texts) => texts.join("、"),
            ContextValue::StyledStr(text) => text.to_string(),
            ContextValue::StyledStrs(texts) => texts.iter().map(ToString::to_string).collect::<Vec<_>>().join("、"),
            _ => return None,
        })
    };
    let arg = || context(ContextKind::InvalidArg);
    let problem = match error.kind() {
        ErrorKind::UnknownArgument => format!("`{}` という引数はありません", arg()?),
        ErrorKind::InvalidSubcommand => {
            format!("`{}` という命令はありません", context(ContextKind::InvalidSubcommand)?)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = context(ContextKind::InvalidValue).unwrap_or_default();
            let known = context(ContextKind::ValidValue).map(|known| format!("（使える値: {known}）"));
            if value.is_empty() {
                format!("`{}` に値がありません{}", arg()?, known.unwrap_or_default())
            } else {
                format!("`{}` の値 `{value}` は使えません{}", arg()?, known.unwrap_or_default())
            }
        }
        ErrorKind::MissingRequiredArgument => format!("足りない引数があります: {}", arg()?),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "命令がありません".to_owned()
        }
        ErrorKind::ArgumentConflict => {
            format!("`{}` は {} と一緒に使えません", arg()?, context(ContextKind::PriorArg)?)
        }
        _ => return None,
    };
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let near = near.into_iter().find_map(context).map(|near| format!("\n`{near}` のことでしょうか。"));
    Some(format!("エラー: {problem}{}\n使い方は `tsukuroi --help` で見られます", near.unwrap_or_default()))
}
