"""Record how published pre-tokenizers cut texts into words, as Hugging Face's `tokenizers` does it.

    pip install tokenizers
    python words.py > words.json

The steps of each are those of the `tokenizer.json` of the model named beside it.
"""

import json
import sys

from tokenizers import Regex
from tokenizers.pre_tokenizers import ByteLevel, Digits, Sequence, Split

CONTRACTIONS = "(?i:'s|'t|'re|'ve|'m|'ll|'d)"
CASED = "[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]%s[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]%s"


def split(pattern):
    return Split(Regex(pattern), "isolated")


def words(letters, digits, others):
    return split(
        f"{CONTRACTIONS}|[^\\r\\n\\p{{L}}\\p{{N}}]?{letters}+|{digits}| ?{others}+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+"
    )


def cased(suffix, digits):
    begin = "[^\\r\\n\\p{L}\\p{N}]?"
    return split(
        f"{begin}{CASED % ('*', '+')}{suffix}|{begin}{CASED % ('+', '*')}{suffix}|{digits}"
        "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+"
    )


GPT2 = ByteLevel(add_prefix_space=False, use_regex=True)
SCHEMES = {
    "qwen2": [words("\\p{L}", "\\p{N}", "[^\\s\\p{L}\\p{N}]")],  # Qwen2.5, Qwen3
    "qwen35": [words("[\\p{L}\\p{M}]", "\\p{N}", "[^\\s\\p{L}\\p{M}\\p{N}]")],  # Qwen3.5
    "llama-bpe": [words("\\p{L}", "\\p{N}{1,3}", "[^\\s\\p{L}\\p{N}]")],  # Llama 3, LFM2
    "smollm": [Digits(individual_digits=True), GPT2],  # SmolLM2, StarCoder
    "gpt-2": [GPT2],
    "tekken": [cased("", "\\p{N}")],  # Mistral NeMo
    "gpt-4o": [cased(CONTRACTIONS + "?", "\\p{N}{1,3}")],
}

TEXTS = [
    "",
    " ",
    "   ",
    "\n",
    "\r\n\r\n",
    " \n \t\n  x",
    "Hello,  World!\n\nIt's 3 o'clock; WE'LL see, they'Re  here. ",
    "拝啓　時下ますますご清栄のこととお慶び申し上げます。\n　このたびは、納品が12日（3月14日）遅れ、大変申し訳ございませんでした。",
    "\u3000\u3000株式会社東海精機\u3000山本 様",
    "合計：1,234,567円（税込）\t10% / 2026-11-25 9:00〜17:30",
    "ｶﾞｷﾞｸﾞ か\u3099き\u3099 e\u0301te\u0301 ครับผม नमस्ते",
    "a\u00a0\u00a0b\u2003c\u2028d\u0085e\u200bf",
    "🍵🍵 👩\u200d👩\u200d👧 ™ ½ ² Ⅻ ١٢٣ ㈱ № ℃",
    "foo_bar(baz) { return x->y != 0xFF && \"q\"; } // 100000000\n\n\n\t\t}\n",
    "''''''```````\"\"\"\"......!!!!!!?????? I've been 'told he's there, 'RE you sure? 'M not sure",
    "ÄÖÜ straße ǅ ʰ İSTANBUL iPhone McDonald ΑΒγ Владимир ǆ",
    "end with spaces   ",
    "tabs\t\tand\t spaces \t x",
    "\n\n\n\n　第一　\r\n\r\n 第二 \r x",
]


def cut(steps, text):
    # The byte level turns bytes to stand-ins: only where words begin and end counts.
    found = Sequence(steps).pre_tokenize_str(text)
    return [text[begin:end] for _, (begin, end) in found]


recorded = {name: [cut(steps, text) for text in TEXTS] for name, steps in SCHEMES.items()}
json.dump({"texts": TEXTS, "words": recorded}, sys.stdout, ensure_ascii=False, separators=(",", ":"))
print()
