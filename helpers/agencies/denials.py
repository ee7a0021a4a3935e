"""What somebody denies: the content of "denied that he knew" and of "rejected claims of fraud" is told, but not stated."""

from helpers.agencies.cues import statement_words
from helpers.texts import singular

__all__ = ["is_denied"]

_CLAIM_WITHIN = 4  # words: "the new claims of fraud"


def is_denied(lemma: str, content: str) -> bool:
    """Whether somebody denies what is told as the content, or that others rightly say it: not "rejected the plan".

    Args:
        lemma: Of the verb that brings the content in.
        content: The words of the content, in no quotation marks.
    """
    if lemma in statement_words("denying"):
        return True
    words = {singular(word.strip(",.").lower()) for word in content.split()[:_CLAIM_WITHIN]}
    claims = statement_words("charge") | statement_words("rumour")
    return lemma in statement_words("rejecting") and not claims.isdisjoint(words)
