"""stub"""

Decisions = Proposal = Statement = Variant = group_statements = propose_statements = None
