"""Record the logits of an independent implementation of each family, with the tests' made-up weights.

    pip install torch transformers
    python families.py > families.json

The weights are those of `make.py`. The implementation is that of `transformers` (torch, f32, eager attention).
"""

import json
import sys

import numpy
import torch
import transformers

MASK = (1 << 64) - 1
POSITIONS = [1, 100, 1000, 4000]
HIDDEN, LAYERS, HEADS, KV_HEADS, HEAD_DIM, FFN, VOCAB, CONTEXT, EPS = 64, 2, 2, 1, 16, 96, 320, 4096, 1e-6
LLAMA3 = {
    "rope_type": "llama3", "factor": 8.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0,
    "original_max_position_embeddings": 512,
}


def tensor(name, shape):
    seed = 0xCBF29CE484222325
    for byte in name.encode():
        seed = ((seed ^ byte) * 0x100000001B3) & MASK
    with numpy.errstate(over="ignore"):
        state = numpy.uint64(seed) + numpy.arange(int(numpy.prod(shape)), dtype=numpy.uint64)
        state += numpy.uint64(0x9E3779B97F4A7C15)
        state = (state ^ (state >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
        state = (state ^ (state >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
        state ^= state >> numpy.uint64(31)
    unit = ((state >> numpy.uint64(40)).astype(numpy.float64) - (1 << 23)) / (1 << 24)
    scale = 2.0 if name in ("token_embd.weight", "output.weight") else 0.5
    centre = 1.0 if name.endswith("norm.weight") else 0.0
    return torch.tensor((unit * scale + centre).astype(numpy.float32)).reshape(shape)


def halves(rows, heads):
    """Rows in the order of the published weights, from that of a GGUF file of the llama family."""
    return rows.reshape(heads, HEAD_DIM // 2, 2, -1).swapaxes(1, 2).reshape(rows.shape)


def weights(family, tied):
    queries, keys = HEADS * HEAD_DIM, KV_HEADS * HEAD_DIM
    out = {
        "model.embed_tokens.weight": tensor("token_embd.weight", (VOCAB, HIDDEN)),
        "model.norm.weight": tensor("output_norm.weight", (HIDDEN,)),
    }
    if not tied:
        out["lm_head.weight"] = tensor("output.weight", (VOCAB, HIDDEN))
    parts = {
        "input_layernorm.weight": ("attn_norm.weight", (HIDDEN,)),
        "post_attention_layernorm.weight": ("ffn_norm.weight", (HIDDEN,)),
        "self_attn.q_proj.weight": ("attn_q.weight", (queries, HIDDEN)),
        "self_attn.k_proj.weight": ("attn_k.weight", (keys, HIDDEN)),
        "self_attn.v_proj.weight": ("attn_v.weight", (keys, HIDDEN)),
        "self_attn.o_proj.weight": ("attn_output.weight", (HIDDEN, queries)),
        "mlp.gate_proj.weight": ("ffn_gate.weight", (FFN, HIDDEN)),
        "mlp.up_proj.weight": ("ffn_up.weight", (FFN, HIDDEN)),
        "mlp.down_proj.weight": ("ffn_down.weight", (HIDDEN, FFN)),
    }
    if family == "qwen3":
        parts["self_attn.q_norm.weight"] = ("attn_q_norm.weight", (HEAD_DIM,))
        parts["self_attn.k_norm.weight"] = ("attn_k_norm.weight", (HEAD_DIM,))
    if family == "qwen2":
        for part, width in (("q", queries), ("k", keys), ("v", keys)):
            parts[f"self_attn.{part}_proj.bias"] = (f"attn_{part}.bias", (width,))
    for layer in range(LAYERS):
        for theirs, (ours, shape) in parts.items():
            value = tensor(f"blk.{layer}.{ours}", shape)
            if family == "llama" and ours in ("attn_q.weight", "attn_k.weight"):
                value = halves(value, HEADS if ours == "attn_q.weight" else KV_HEADS)
            out[f"model.layers.{layer}.{theirs}"] = value
    return out


def record(family, tied, base, rope):
    kind = {"qwen3": "Qwen3", "qwen2": "Qwen2", "llama": "Llama"}[family]
    config = getattr(transformers, f"{kind}Config")(
        vocab_size=VOCAB, hidden_size=HIDDEN, intermediate_size=FFN, num_hidden_layers=LAYERS,
        num_attention_heads=HEADS, num_key_value_heads=KV_HEADS, head_dim=HEAD_DIM, max_position_embeddings=CONTEXT,
        rms_norm_eps=EPS, tie_word_embeddings=tied, rope_parameters={**rope, "rope_theta": base},
        attn_implementation="eager",
    )
    model = getattr(transformers, f"{kind}ForCausalLM")(config).to(torch.float32).eval()
    missing = model.load_state_dict(weights(family, tied), strict=False)
    assert not missing.unexpected_keys, missing
    assert set(missing.missing_keys) <= ({"lm_head.weight"} if tied else set()), missing
    plain = base ** (-torch.arange(0, HEAD_DIM, 2, dtype=torch.float64) / HEAD_DIM)
    divisors = plain / model.model.rotary_emb.inv_freq.to(torch.float64)
    tokens = [(7 * i * i + 3 * i + 11) % 251 for i in range(POSITIONS[-1])]
    with torch.no_grad():
        logits = model(torch.tensor([tokens])).logits[0]
    ids = list(range(3, VOCAB, 10))
    rows = [
        {
            "position": position, "likeliest": int(logits[position - 1].argmax()),
            "logits": [round(logits[position - 1, id].item(), 5) for id in ids],
        }
        for position in POSITIONS
    ]
    kind = rope["rope_type"]
    return {"family": family, "tied": tied, "base": base, "rope": kind, "divisors": divisors.tolist(), "rows": rows}


json.dump(
    {
        "made_by": f"transformers {transformers.__version__}, torch {torch.__version__.split('+')[0]}",
        "ids": list(range(3, VOCAB, 10)),
        "cases": [
            record("qwen3", True, 1e6, {"rope_type": "default"}),
            record("qwen2", False, 1e6, {"rope_type": "default"}),
            record("llama", False, 5e5, LLAMA3),
            record("llama", True, 1e4, {"rope_type": "linear", "factor": 4.0}),
        ],
    },
    sys.stdout,
)
print()
