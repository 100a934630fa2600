//! The program on a desk of its own: data, configuration and files that no other test sees.

use std::path::PathBuf;

use serde_json::Value;
use tempfile::TempDir;

/// A Japanese user's locale.
pub(crate) const JA: &str = "ja_JP.UTF-8";
/// An English one.
pub(crate) const EN: &str = "en_GB.UTF-8";

/// A place of its own for a run: data, configuration and files of one test.
pub(crate) struct Desk {
    pub(crate) folder: TempDir,
    pub(crate) lang: &'static str,
    /// Variables of the environment, beside the usual ones.
    pub(crate) env: Vec<(&'static str, String)>,
}

/// What a run gave.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Desk {
    pub(crate) fn new(lang: &'static str) -> Self {
        Self { folder: tempfile::tempdir().unwrap(), lang, env: Vec::new() }
    }

    pub(crate) fn file(&self, name: &str, text: &str) -> PathBuf {
        let file = self.folder.path().join(name);
        std::fs::write(&file, text).unwrap();
        file
    }

    pub(crate) fn run(&self, args: &[&str]) -> Run {
        self.run_with(args, "")
    }

    /// The program as it is run on this desk.
    pub(crate) fn command(&self, args: &[&str]) -> std::process::Command {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_tsukuroi"));
        for variable in
            ["LC_ALL", "LC_MESSAGES", "HF_ENDPOINT", "HF_TOKEN", "HF_HUB_CACHE", "HF_HUB_OFFLINE", "TSUKUROI_CACHE"]
        {
            command.env_remove(variable);
        }
        command
            .args(args)
            .env("LANG", self.lang)
            .env("TSUKUROI_DATA", self.folder.path().join("data"))
            .env("TSUKUROI_CONFIG", self.folder.path().join("config"))
            .env("HF_HOME", self.folder.path().join("hf"))
            .envs(self.env.iter().map(|(name, value)| (name, value)));
        command
    }

    pub(crate) fn run_with(&self, args: &[&str], input: &str) -> Run {
        let output = assert_cmd::Command::from_std(self.command(args)).write_stdin(input).output().unwrap();
        Run {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// The result as JSON.
pub(crate) fn json(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}\n{}\n{}", run.out, run.err))
}
