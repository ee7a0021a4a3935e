"""Parts and their whole: which figures are the parts, whether they may be added, and what else a miss can mean.

A search goes this way: `parts` (who may be a part, by place and links), `lent` and `summands` (what can be added up),
`attached`, `apart` and `sum_words` (what the words say for and against it), `complete` (whether all parts are named), `accounted`
and `overlap` (whether the text explains a miss), `totals` (the verdict). `one_by_one`, `left` and `complements` are sums told
in another way: each thing with its figure, what is left, all but some. `within` (with `led_back`) finds parts that name their whole.
"""
