"""Record what an independent implementation of Qwen3 writes with the tests' made-up weights.

    pip install torch transformers
    python make.py > qwen3.json

Both sides make the same weights from names: `fnv1a64(name)` seeds splitmix64, whose upper 24 bits,
centred and scaled by a power of two, are exact in f32. The implementation asked here is the one of
`transformers` (torch, f32, eager attention, greedy, each step without a cache).
"""

import json
import sys

import torch
import transformers
from transformers import Qwen3Config, Qwen3ForCausalLM

MASK = (1 << 64) - 1
SHAPE = dict(hidden=64, layers=2, heads=4, kv_heads=2, head_dim=32, ffn=96, vocab=320, context=512)
THETA, EPS = 1e6, 1e-6


def fnv1a64(text):
    state = 0xCBF29CE484222325
    for byte in text.encode():
        state = ((state ^ byte) * 0x100000001B3) & MASK
    return state


def splitmix64(state):
    state = (state + 0x9E3779B97F4A7C15) & MASK
    state = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    state = ((state ^ (state >> 27)) * 0x94D049BB133111EB) & MASK
    return state ^ (state >> 31)


def tensor(name, shape, scale, centre=0.0):
    count, seed = 1, fnv1a64(name)
    for size in shape:
        count *= size
    values = [((splitmix64((seed + i) & MASK) >> 40) - (1 << 23)) / (1 << 24) * scale + centre for i in range(count)]
    return torch.tensor(values, dtype=torch.float32).reshape(shape)


def weights(tied):
    s = SHAPE
    out = {"model.embed_tokens.weight": tensor("token_embd.weight", (s["vocab"], s["hidden"]), 2.0)}
    out["model.norm.weight"] = tensor("output_norm.weight", (s["hidden"],), 0.5, 1.0)
    if not tied:
        out["lm_head.weight"] = tensor("output.weight", (s["vocab"], s["hidden"]), 2.0)
    parts = {
        "input_layernorm": ("attn_norm", (s["hidden"],)),
        "post_attention_layernorm": ("ffn_norm", (s["hidden"],)),
        "self_attn.q_norm": ("attn_q_norm", (s["head_dim"],)),
        "self_attn.k_norm": ("attn_k_norm", (s["head_dim"],)),
        "self_attn.q_proj": ("attn_q", (s["heads"] * s["head_dim"], s["hidden"])),
        "self_attn.k_proj": ("attn_k", (s["kv_heads"] * s["head_dim"], s["hidden"])),
        "self_attn.v_proj": ("attn_v", (s["kv_heads"] * s["head_dim"], s["hidden"])),
        "self_attn.o_proj": ("attn_output", (s["hidden"], s["heads"] * s["head_dim"])),
        "mlp.gate_proj": ("ffn_gate", (s["ffn"], s["hidden"])),
        "mlp.up_proj": ("ffn_up", (s["ffn"], s["hidden"])),
        "mlp.down_proj": ("ffn_down", (s["hidden"], s["ffn"])),
    }
    for layer in range(s["layers"]):
        for theirs, (ours, shape) in parts.items():
            name = f"blk.{layer}.{ours}.weight"
            norm = ours.endswith("norm")
            out[f"model.layers.{layer}.{theirs}.weight"] = tensor(name, shape, 0.5, 1.0 if norm else 0.0)
    return out


def record(tied, prompt, steps, context=SHAPE["context"]):
    s = SHAPE
    config = Qwen3Config(
        vocab_size=s["vocab"], hidden_size=s["hidden"], intermediate_size=s["ffn"], num_hidden_layers=s["layers"],
        num_attention_heads=s["heads"], num_key_value_heads=s["kv_heads"], head_dim=s["head_dim"],
        max_position_embeddings=context, rms_norm_eps=EPS, tie_word_embeddings=tied, attention_bias=False,
        rope_parameters={"rope_type": "default", "rope_theta": THETA}, attn_implementation="eager",
    )
    model = Qwen3ForCausalLM(config).to(torch.float32).eval()
    missing = model.load_state_dict(weights(tied), strict=False)
    assert not missing.unexpected_keys, missing
    assert set(missing.missing_keys) <= ({"lm_head.weight"} if tied else set()), missing
    rotary = model.model.rotary_emb.inv_freq
    assert abs(rotary[1].item() - THETA ** (-2 / s["head_dim"])) < 1e-6, rotary
    ids, gap, first = list(prompt), float("inf"), None
    with torch.no_grad():
        for _ in range(steps):
            logits = model(torch.tensor([ids])).logits[0, -1]
            first = logits[:8].tolist() if first is None else first
            top = torch.topk(logits, 2).values
            gap = min(gap, (top[0] - top[1]).item())
            ids.append(int(torch.argmax(logits)))
    return {"tied": tied, "prompt": prompt, "greedy": ids[len(prompt):], "first_logits": first, "smallest_gap": gap}


SHORT = [(7 * i * i + 3 * i + 11) % 256 for i in range(40)]
# Long enough that angles in half precision would be off by tenths of a radian.
LONG = [(7 * i * i + 3 * i + 11) % 251 for i in range(1200)]

json.dump(
    {
        "made_by": f"transformers {transformers.__version__}, torch {torch.__version__.split('+')[0]}",
        "shape": SHAPE, "rope_theta": THETA, "rms_eps": EPS,
        "cases": [record(False, SHORT, 64), record(True, SHORT, 64)],
        "long": record(False, LONG, 16, 2048),
    },
    sys.stdout,
)
print()
