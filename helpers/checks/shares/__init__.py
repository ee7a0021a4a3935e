"""What is stated of two other figures: shares, changes, multiples, differences, averages.

A search goes this way: `claims` (which figures state something, and the pairs in reach), `claim_words`, `pair_words`, `pairing` (what
the words say, as named features), `weighed` (one pair or none, by fitted weights). `percents`, `per`, `multiples`, `pairs`,
`told_parts` and `apposed` read the words of one figure; `averages`, `denominators`, `changes`, `earlier` and `of_others`
ask of figures; the others are searches of their own.
"""
