//! What was measured.

use serde::Serialize;

/// What was measured of a model on this machine.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Figures {
    /// Bytes of the file.
    pub file_bytes: u64,
    /// Loading, if it was measured.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub load: Option<Loading>,
    /// Seconds of the first pass, of 64 tokens: it lays weights out anew for the products.
    pub warm_up_s: f64,
    /// The most memory of the process until 1,024 tokens were read, in bytes, where the system says it and those were
    /// read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub peak_bytes: Option<u64>,
    /// The beginning of a letter kept on the disk, if prefill was measured.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beginning: Option<Beginning>,
    /// What the grammar costs, if writing was measured.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grammar: Option<Grammar>,
    /// What guesses cost and gain, if writing was measured.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guesses: Option<Guesses>,
    /// Speeds, in the order of the work.
    pub speeds: Vec<Speed>,
    /// What the machine can do.
    pub machine: Machine,
}

/// How long loading takes, the file being in the system's cache: a first start also waits for the disk.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Loading {
    /// Seconds from the file to a decoder with vocabulary and chat template, as for an installed model, whose hash is
    /// known.
    pub seconds: f64,
    /// The same for a file that is not installed: it is hashed, beside the loading.
    pub hashed_s: f64,
    /// Seconds to read the file once into memory of its own, by one thread.
    pub reading_s: f64,
    /// Seconds to read the file once into a small buffer, which keeps nothing.
    pub passing_s: f64,
}

/// A beginning of 1,024 tokens, kept on the disk and read back in place of reading its tokens again.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Beginning {
    /// Bytes of its file.
    pub bytes: u64,
    /// Seconds to write it; a draft writes it while it goes on.
    pub keep_s: f64,
    /// Seconds to read it back and check it, from the system's cache.
    pub find_s: f64,
    /// Seconds the model takes to read its tokens.
    pub read_s: f64,
}

/// What it costs to hold replies to the grammar of a section.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Grammar {
    /// Seconds for the first section of a run: what is made once for a vocabulary.
    pub first_s: f64,
    /// Seconds a token, on average.
    pub per_token_s: f64,
    /// Seconds of the slowest token.
    pub slowest_s: f64,
    /// As a share of the time a token of one text takes; none where that was not measured.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decode_share: Option<f64>,
    /// As a share of the time a token of a letter takes; none where that was not measured.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub letter_share: Option<f64>,
}

impl Grammar {
    /// The shares, once the speeds are known.
    pub(super) fn compare(&mut self, speeds: &[Speed]) {
        let rate = |name| speeds.iter().find(|speed| speed.name == name).map(|speed| speed.tokens_per_s);
        self.decode_share = rate("decode").map(|rate| self.per_token_s * rate);
        self.letter_share = rate("letter").map(|rate| self.per_token_s * rate);
    }
}

/// What guessing tokens costs and gains when one text is written. How many guesses are right hangs on the text and
/// the model: a draft tells it with `-v`.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Guesses {
    /// Guesses of a pass.
    pub guesses: usize,
    /// Time of a pass with them, in passes without.
    pub pass_cost: f64,
    /// Tokens in the time of one when all are right; a wrong one only costs what the pass does.
    pub gain: f64,
}

/// How fast a piece of work goes.
#[derive(Clone, Debug, Serialize)]
pub struct Speed {
    /// `prefill_1024`, `decode`, `letter`.
    pub name: String,
    /// Tokens read or written.
    pub tokens: usize,
    /// Seconds.
    pub seconds: f64,
    /// Tokens a second.
    pub tokens_per_s: f64,
    /// Bytes of weights that must be read, as the file has them and each once a pass, as a share of what the memory
    /// gives in that time.
    pub bandwidth_share: f64,
    /// Multiplications with weights, as a share of what the processor's 8-bit products do in that time.
    pub int8_share: f64,
    #[serde(skip)]
    pub(super) order: usize,
    #[serde(skip)]
    pub(super) bytes: f64,
    #[serde(skip)]
    pub(super) products: f64,
}

impl Speed {
    /// The shares, once the machine is known.
    pub(super) fn compare(&mut self, machine: &Machine) {
        self.bandwidth_share = self.bytes / self.seconds / machine.bytes_per_s;
        self.int8_share = self.products / self.seconds / machine.int8_per_s;
    }
}

/// What the machine can do, measured in the same run.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Machine {
    /// Threads that compute.
    pub threads: usize,
    /// Bytes a second that all threads together read from memory.
    pub bytes_per_s: f64,
    /// Multiply-and-adds of 8-bit numbers a second, by the product kernel on a matrix that stays in the caches.
    pub int8_per_s: f64,
}
