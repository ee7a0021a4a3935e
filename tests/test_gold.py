"""How accurately the project reads, against gold annotation; the bars are those of the design and are never loosened."""
import json
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.corpus import SEEDS

GOLD = Path(__file__).resolve().parent / "gold"
BARS = {
    "seeds": (SEEDS, GOLD, {"dates": 0.98, "quantities": 0.98, "roles": 0.88, "speakers": 0.95, "checks": 0.95}),
    "dev": (GOLD / "dev", GOLD / "dev", {"dates": 0.95, "quantities": 0.95, "roles": 0.80, "speakers": 0.90, "checks": 0.90}),
}


@pytest.fixture(scope="module", params=BARS)
def scores(request):
    corpus, gold, bars = BARS[request.param]
    done = subprocess.run([sys.executable, GOLD / "score.py", "--corpus", corpus, "--gold", gold], capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1]), bars, done.stdout


@pytest.mark.parametrize("table", ["dates", "quantities", "roles", "speakers", "checks"])
def test_f1_reaches_its_bar(table, scores):
    reached, bars, _ = scores
    assert reached[table] >= bars[table]


def test_every_planted_contradiction_is_caught_and_no_alarm_is_false(scores):
    reached, _, printed = scores
    assert reached["caught"] == reached["planted"] == 2
    assert reached["false_alarms"] == 0
    assert "wrong 0 of" in printed
