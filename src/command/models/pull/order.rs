//! What a pull is asked for.

use std::path::Path;

use super::PullArgs;
use crate::command::models::import::name_of;
use crate::command::models::show;
use crate::command::models::world::{World, failed};
use crate::command::{Exit, Failure};
use crate::engine::EngineError;
use crate::engine::catalogue::Model;
use crate::engine::store::{Pin, Source, WrongPart, valid_name};

/// What is pulled.
pub(super) struct Order<'a> {
    pub(super) source: Source,
    pub(super) name: String,
    pub(super) model: Option<&'a Model>,
    /// What the user or the list says the SHA-256 is.
    pub(super) sha256: Option<String>,
    pub(super) pin: Option<Pin>,
    pub(super) update: bool,
    pub(super) force: bool,
}

impl<'a> Order<'a> {
    /// What the arguments ask for.
    pub(super) fn of(args: &PullArgs, world: &'a World) -> Result<Self, Failure> {
        let wrong = |part: WrongPart, text: &str| Failure::Told { exit: Exit::Usage, message: part.message(text) };
        let (source, model) = match args.model.split_once(':') {
            Some((repo, file)) => {
                let source =
                    Source::new(repo, file, args.revision.as_deref()).map_err(|part| wrong(part, &args.model))?;
                let model = world.catalogue.at(&source);
                (source, model)
            }
            None if args.model.contains('/') => {
                return Err(Failure::new(
                    Exit::Usage,
                    "リポジトリのどのファイルかも書いてください: owner/repo:file.gguf",
                    "name the file of the repository, too: owner/repo:file.gguf",
                ));
            }
            None => {
                let Some(model) = world.catalogue.find(&args.model) else {
                    return Err(show::unknown(&args.model, world)?);
                };
                let Some(source) = model.source() else {
                    let name = &model.name;
                    return Err(Failure::new(
                        Exit::Usage,
                        format!(
                            "モデル `{name}` の取得元が models.toml にありません。repo と file を書くか、`tsukuroi models import` を使ってください。"
                        ),
                        format!(
                            "models.toml names no source of the model `{name}`; add repo and file, or use `tsukuroi models import`"
                        ),
                    ));
                };
                let source = match &args.revision {
                    Some(revision) => source.at(revision).map_err(|part| wrong(part, revision))?,
                    None => source,
                };
                (source, Some(model))
            }
        };
        let name = match (&args.name, model) {
            (Some(name), _) => name.clone(),
            (None, Some(model)) => model.name.clone(),
            (None, None) => name_of(Path::new(source.file())),
        };
        if !valid_name(&name) {
            return Err(failed(EngineError::Name { name }));
        }
        // What the list says is true of the revision it names.
        let listed =
            model.filter(|model| model.source().as_ref() == Some(&source)).and_then(|model| model.sha256.clone());
        let pin = if args.update { None } else { world.pins.find(&source)? };
        let (sha256, update, force) = (args.sha256.clone().or(listed), args.update, args.force || args.update);
        Ok(Self { source, name, model, sha256, pin, update, force })
    }
}
