"""What the notebooks conclude: small tables derived from `Tables`, and sentences computed from them.

One module a notebook. Nothing here reads a text or draws; every sentence is true for whatever parameters were
passed.
"""
