"""Times llama.cpp on the workload of `tsukuroi bench`: same file, same tokens, same threads, both in one run.

    pip install llama-cpp-python          # from source, for this processor; see below
    python benches/compare_llama_cpp.py MODEL.gguf [--tsukuroi PATH] [--threads 2] [--only prefill,decode,letter,load]

prefill   1,024 tokens into an empty context
decode    64 tokens, one after the other, behind 128 tokens
letter    8 sections of 120 tokens each on a beginning of 1,024 tokens: as 8 parallel sequences that share the
          beginning's cells, and one after the other on the kept beginning. The time of the beginning is not in it.

Tokens are fixed (the rule of `tsukuroi bench`), none is sampled: both sides compute the same products. Prints one JSON
object; with --tsukuroi also the ratios (above 1: tsukuroi is faster).

To build for a processor with AVX512-VNNI (llama.cpp's AMX path crashes on some virtual machines, so it is off):
    CMAKE_ARGS="-DGGML_NATIVE=OFF -DGGML_AVX=ON -DGGML_AVX2=ON -DGGML_FMA=ON -DGGML_F16C=ON -DGGML_BMI2=ON
    -DGGML_AVX512=ON -DGGML_AVX512_VBMI=ON -DGGML_AVX512_VNNI=ON -DGGML_AMX_TILE=OFF -DGGML_AMX_INT8=OFF"
    pip install --no-binary llama-cpp-python llama-cpp-python
"""

import argparse
import ctypes
import json
import os
import subprocess
import time

import llama_cpp.llama_cpp as L

PREFIX, SECTIONS, LENGTH, DECODED, BEFORE = 1024, 8, 120, 64, 128


def token(at, rows):
    """The token at a place of the workload: as in `tsukuroi bench`."""
    return 1 + (at * 7919) % (min(rows, 150_000) - 1)


class Context:
    def __init__(self, path, threads, flash):
        quiet = L.llama_log_callback(lambda *_: None)
        self.quiet = quiet
        L.llama_log_set(quiet, None)
        L.llama_backend_init()
        params = L.llama_model_default_params()
        params.n_gpu_layers = 0
        begun = time.perf_counter()
        self.model = L.llama_model_load_from_file(path.encode(), params)
        self.load_s = time.perf_counter() - begun
        context = L.llama_context_default_params()
        # Room for the beginning once and every section: one pool of cells for all sequences.
        context.n_ctx, context.n_batch, context.n_ubatch = 4096 + 256, 2048, 512
        context.n_seq_max, context.kv_unified = SECTIONS + 1, True
        context.n_threads = context.n_threads_batch = threads
        context.flash_attn_type = flash
        self.context = L.llama_init_from_model(self.model, context)
        assert self.context, "no context"
        self.rows = L.llama_vocab_n_tokens(L.llama_model_get_vocab(self.model))
        self.batch = L.llama_batch_init(2048, 0, 1)

    def clear(self):
        L.llama_memory_clear(L.llama_get_memory(self.context), True)

    def decode(self, entries):
        """Computes (token, position, sequence, whether its logits are asked for) in one batch, and waits for it."""
        batch = self.batch
        batch.n_tokens = len(entries)
        for at, (token, position, sequence, asked) in enumerate(entries):
            batch.token[at] = token
            batch.pos[at] = position
            batch.n_seq_id[at] = 1
            batch.seq_id[at][0] = sequence
            batch.logits[at] = asked
        assert L.llama_decode(self.context, batch) == 0
        L.llama_synchronize(self.context)
        # What a sampler would read.
        return ctypes.c_float.from_address(ctypes.addressof(L.llama_get_logits(self.context).contents)).value

    def prefill(self, count, sequence=0):
        self.decode([(token(at, self.rows), at, sequence, at == count - 1) for at in range(count)])


def timed(call):
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


def measure(context, only):
    found = {}
    if "prefill" in only:
        context.prefill(64)
        context.clear()
        found["prefill_1024"] = PREFIX / timed(lambda: context.prefill(PREFIX))
        context.clear()
    if "decode" in only:
        context.prefill(BEFORE)
        steps = lambda: [context.decode([(token(p, context.rows), p, 0, True)]) for p in range(BEFORE, BEFORE + DECODED)]
        found["decode"] = DECODED / timed(steps)
        context.clear()
    if "letter" in only:
        memory = L.llama_get_memory(context.context)
        context.prefill(PREFIX)

        def together():
            for sequence in range(1, SECTIONS + 1):
                L.llama_memory_seq_cp(memory, 0, sequence, -1, -1)
            for step in range(LENGTH):
                context.decode([
                    (token(PREFIX + s * LENGTH + step, context.rows), PREFIX + step, s + 1, True)
                    for s in range(SECTIONS)
                ])

        seconds = timed(together)
        found["letter_parallel"] = SECTIONS * LENGTH / seconds
        for sequence in range(1, SECTIONS + 1):
            L.llama_memory_seq_rm(memory, sequence, -1, -1)

        def apart():
            for section in range(SECTIONS):
                L.llama_memory_seq_rm(memory, 0, PREFIX, -1)
                for step in range(LENGTH):
                    at = PREFIX + section * LENGTH + step
                    context.decode([(token(at, context.rows), PREFIX + step, 0, True)])

        found["letter_one_by_one"] = SECTIONS * LENGTH / timed(apart)
        context.clear()
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("--tsukuroi", help="the binary to run on the same file, before llama.cpp")
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--flash", type=int, default=-1, help="llama.cpp's flash attention: -1 as it likes, 0 off, 1 on")
    parser.add_argument("--only", default="prefill,decode,letter")
    args = parser.parse_args()
    only = args.only.split(",")
    result = {"model": os.path.basename(args.model), "threads": args.threads}
    if args.tsukuroi:
        environment = dict(os.environ, CANDLE_NUM_THREADS=str(args.threads), RAYON_NUM_THREADS=str(args.threads))
        command = [args.tsukuroi, "bench", "--model", args.model, "--format", "json", "--only", args.only]
        result["tsukuroi"] = json.loads(subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE).stdout)
    context = Context(args.model, args.threads, args.flash)
    result["llama.cpp"] = dict(measure(context, only), load_s=context.load_s)
    if args.tsukuroi:
        result["ratios"] = ratios(result["tsukuroi"], result["llama.cpp"])
    print(json.dumps(result, indent=2))


def ratios(ours, theirs):
    rate = lambda name: ours.get(name, {}).get("tokens_per_s")
    pairs = {
        "prefill_1024": ("prefill_1024", "prefill_1024"),
        "decode": ("decode", "decode"),
        "letter_to_parallel": ("letter", "letter_parallel"),
        "letter_to_one_by_one": ("letter", "letter_one_by_one"),
    }
    return {
        name: round(rate(our) / theirs[their], 3)
        for name, (our, their) in pairs.items()
        if rate(our) and their in theirs
    }


if __name__ == "__main__":
    main()
