"""One invented evening, and the files that it left behind in four labs and beside the notebook.

    cd checks/operations && python -m evening

Invented and seeded. On 2026-11-19 (times are UTC) an API's gateway gets a release that reads requests by a new schema.
At 18:10 it reaches gw-2, one of three hosts, and refuses what older SDKs send: `top_n` to rerank, embeddings without
`input_type`. The SDK tries embeddings again, and a retry on another host gets through; it never tries rerank again.
Each refusal looks its schema up in the registry and doesn't give the connection back for some minutes. The router reads
its table of models through the same few connections: from 18:22 on it mostly waits 400 ms for one before it goes on
with the table it has, and now and then it has no model. At 20:05 the release is taken back.

One list of requests is made first (story.py). The log, the tickets, the two traces and the payloads are views of it,
so that a request has the same customer, time and fate wherever it appears; tests/content/test_evening.py holds them
to it. There is no check.yml here: this is no check.
"""
