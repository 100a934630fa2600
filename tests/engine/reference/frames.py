"""Record what published chat templates make of conversations, as jinja2 renders them.

    pip install jinja2
    python frames.py FOLDER_OF_TEMPLATES > frames.json

Rendered the way `transformers` does (trim_blocks, lstrip_blocks), with thinking off and without a date. Where a
template refuses a system turn, its text begins the first user turn.
"""

import json
import pathlib
import sys

import jinja2
from jinja2.ext import loopcontrols
from jinja2.sandbox import ImmutableSandboxedEnvironment

SYSTEM, USER = "\ue000system\ue001", "\ue000user\ue001"

RULES = "あなたは、日本の法人営業の管理職を助ける文書作成者です。\n- 事実の一覧にない日付・数・金額・名前・約束を書いてはいけません。"
ORDER = "# 事実\nE1 2026年3月14日（土）: 納品が12日遅れた。\n\n# 書く節: apology\n250字以内で、この節の本文だけを書いてください。"
REPLY = "このたびは、納品が12日遅れ、誠に申し訳ございませんでした。[E1]"
AGAIN = 'Shorter, please: "I\'m sorry" <b>once</b> & no {{ braces }}.\n'

system, user = {"role": "system", "content": RULES}, {"role": "user", "content": ORDER}
CONVERSATIONS = {
    "system, user": [system, user],
    "user": [user],
    "system, user, assistant, user": [
        system,
        user,
        {"role": "assistant", "content": REPLY},
        {"role": "user", "content": AGAIN},
    ],
    "user, assistant, user": [user, {"role": "assistant", "content": REPLY}, {"role": "user", "content": AGAIN}],
}


def refuse(text):
    raise jinja2.exceptions.TemplateError(text)


def render(template, turns):
    return template.render(
        messages=turns, add_generation_prompt=True, enable_thinking=False, bos_token="<bos>", eos_token="<eos>"
    )


def frame(template):
    user = {"role": "user", "content": USER}
    try:
        before, rest = render(template, [{"role": "system", "content": SYSTEM}, user]).split(SYSTEM)
        between, after = rest.split(USER)
    except jinja2.exceptions.TemplateError:
        (before, after), between = render(template, [user]).split(USER), None
    return {"before": before, "between": between, "after": after}


def conversation(template, turns):
    try:
        return render(template, turns)
    except jinja2.exceptions.TemplateError:
        first = {"role": "user", "content": turns[0]["content"] + "\n\n" + turns[1]["content"]}
        return render(template, [first, *turns[2:]])


def recorded(source):
    environment = ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True, extensions=[loopcontrols])
    environment.globals["raise_exception"] = refuse
    template = environment.from_string(source)
    conversations = {name: conversation(template, turns) for name, turns in CONVERSATIONS.items()}
    return {"frame": frame(template), "conversations": conversations}


folder = pathlib.Path(sys.argv[1])
templates = {path.stem: recorded(path.read_text()) for path in sorted(folder.glob("*.jinja"))}
json.dump({"turns": CONVERSATIONS, "templates": templates}, sys.stdout, indent=1, ensure_ascii=False)
print()
