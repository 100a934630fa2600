"""Train a small SentencePiece vocabulary and record how SentencePiece splits texts with it.

    pip install sentencepiece
    python spm.py > spm.json
"""

import io
import json
import sys

import sentencepiece

CORPUS = """
拝啓　時下ますますご清栄のこととお慶び申し上げます。平素は格別のお引き立てを賜り、厚く御礼申し上げます。
このたびは、弊社の納品が遅れ、貴社に多大なるご迷惑をおかけしましたこと、深くお詫び申し上げます。
原因は、弊社の在庫の確認が不十分であったことにございます。再発防止のため、確認の手順を改めました。
今後は二度とこのようなことのないよう、担当者一同、確認を徹底してまいります。何卒よろしくお願い申し上げます。
We are sorry that the delivery was late and that we did not tell you in time. The cause was our own stock check.
We have changed the way we check the stock, and a second person now checks every order before it is confirmed.
We will report to you every week until the end of the month. Thank you for your patience. It's our fault, not yours.
""".strip()

TEXTS = [
    "",
    " ",
    "  ",
    "\n",
    "the  check",
    " the check",
    "The delivery was late.\n\nWe are sorry.",
    "弊社の納品が遅れ、深くお詫び申し上げます。",
    "貴社　御中\n再発防止のため、確認の手順を改めました。",
    "🍵 12,000円 ½ é e\u0301",
    "<s> </s> <unk> <0x0A> <0x41> <|user|>",
    "▁the ▁▁",
    "aaaaaaaaaaaaaaaa",
    "申し上げますます申し上げます",
    "checkcheck  check\tcheck\r\ncheck",
]

model = io.BytesIO()
sentencepiece.SentencePieceTrainer.train(
    sentence_iterator=iter(CORPUS.splitlines()),
    model_writer=model,
    model_type="bpe",
    vocab_size=520,
    byte_fallback=True,
    character_coverage=0.98,
    normalization_rule_name="identity",
    remove_extra_whitespaces=False,
    split_digits=True,
    control_symbols=["<|user|>"],
    allow_whitespace_only_pieces=True,
    minloglevel=2,
)
trained = sentencepiece.SentencePieceProcessor(model_proto=model.getvalue())
# The numbers of the types are those of the model files.
TYPES = [("is_unknown", 2), ("is_control", 3), ("is_unused", 5), ("is_byte", 6)]


def kind(id):
    return next((number for name, number in TYPES if getattr(trained, name)(id)), 1)


size = trained.get_piece_size()
json.dump(
    {
        "tokens": [trained.id_to_piece(id) for id in range(size)],
        "scores": [trained.get_score(id) for id in range(size)],
        "types": [kind(id) for id in range(size)],
        "texts": TEXTS,
        "ids": [trained.encode(text) for text in TEXTS],
    },
    sys.stdout,
    ensure_ascii=False,
    separators=(",", ":"),
)
print()
