#!/usr/bin/env python3
"""How fast token logs are read, beside jq and wc.

    python3 tests/bench_usage.py [build/tuneornot] [MEGABYTES]

Writes a log of 500 MB with realistic lines (four shapes, long answers with
escapes) into a scratch folder, reads it with each, and prints medians of the
rounds, and the ratios. It never passes or fails. jq is left out where it is
not installed; it does the least that could be compared: parse each line, and
add up the counts of tokens.
"""
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 5
JQ_BYTES = 50_000_000  # jq is slow: it gets the first lines only
WORDS = ('The ticket asks for "a refund"\n of order 4711 because it came late '
         'and the box was wet \\ torn; {"usage": {"prompt_tokens": 1}} naïve '
         'café 退款 ').split(" ")
JQ = ('reduce inputs as $l (0; . + (($l.usage // $l.response.body.usage // $l)'
      ' | (.prompt_tokens // .input_tokens // 0)'
      ' + (.completion_tokens // .output_tokens // 0)))')


def text(draw):
    size = int(draw.lognormvariate(6.8, 0.9))  # characters: median 900
    words, length = [], 0
    while length < size:
        words.append(draw.choice(WORDS))
        length += len(words[-1]) + 1
    return " ".join(words)


def chat(draw, when):
    prompt, output = int(draw.lognormvariate(7.5, .4)), draw.randint(5, 900)
    return {"id": "chatcmpl-%016x" % draw.getrandbits(64),
            "object": "chat.completion", "created": when,
            "model": draw.choice(["gpt-4o-2024-08-06", "o4-mini-2025-04-16"]),
            "choices": [{"index": 0, "message": {
                "role": "assistant", "content": text(draw), "refusal": None},
                "logprobs": None, "finish_reason": "stop"}],
            "usage": {"prompt_tokens": prompt, "completion_tokens": output,
                      "total_tokens": prompt + output,
                      "prompt_tokens_details": {
                          "cached_tokens": prompt // 2, "audio_tokens": 0},
                      "completion_tokens_details": {
                          "reasoning_tokens": output // 3, "audio_tokens": 0,
                          "accepted_prediction_tokens": 0,
                          "rejected_prediction_tokens": 0}},
            "service_tier": "default", "system_fingerprint": "fp_44709d6fcb"}


def message(draw, when):
    return {"timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ",
                                       time.gmtime(when)),
            "request": {"messages": [{"role": "user", "content": text(draw)}]},
            "response": {
                "id": "msg_%016x" % draw.getrandbits(64), "type": "message",
                "role": "assistant", "model": "claude-sonnet-4-20250514",
                "content": [{"type": "text", "text": text(draw)}],
                "stop_reason": "end_turn", "stop_sequence": None,
                "usage": {"input_tokens": draw.randint(50, 900),
                          "cache_creation_input_tokens": 0,
                          "cache_read_input_tokens": 1800,
                          "output_tokens": draw.randint(5, 900),
                          "service_tier": "standard"}}}


def batch(draw, when):
    return {"id": "batch_req_%012x" % draw.getrandbits(48),
            "custom_id": "request-%d" % draw.randint(1, 10 ** 6),
            "response": {"status_code": 200, "request_id": "req_c187b3",
                         "body": chat(draw, when)}, "error": None}


def spend(draw, when):
    prompt, output = int(draw.lognormvariate(7.5, .4)), draw.randint(5, 900)
    stamp = time.strftime("%Y-%m-%d %H:%M:%S.000", time.gmtime(when))
    return {"request_id": "chatcmpl-%016x" % draw.getrandbits(64),
            "call_type": "acompletion", "api_key": "88dc28" * 10,
            "spend": 0.00123, "total_tokens": prompt + output,
            "prompt_tokens": prompt, "completion_tokens": output,
            "startTime": stamp, "endTime": stamp, "model": "gpt-4o",
            "metadata": {"user_api_key_alias": "triage", "status": "success"},
            "messages": [{"role": "user", "content": text(draw)}],
            "response": {}, "cache_hit": "False"}


def generate(path, size):
    draw = random.Random(1)
    shapes = [chat, message, batch, spend]
    block = [json.dumps(draw.choice(shapes)(draw, 1790000000 + 90 * i),
                        ensure_ascii=False) + "\n" for i in range(20000)]
    with open(path, "w", encoding="utf-8") as file:
        while file.tell() < size:
            draw.shuffle(block)
            file.writelines(block)
    return os.path.getsize(path)


def peak(pid):
    """MiB of a process, which may have ended."""
    try:
        with open("/proc/%d/status" % pid, encoding="ascii") as file:
            for line in file:
                if line.startswith("VmHWM"):
                    return int(line.split()[1]) / 1024
    except OSError:
        pass
    return 0.0


def measure(command, rounds):
    """Median seconds, and the greatest resident size in MiB."""
    seconds, resident = [], 0
    for _ in range(rounds):
        begun = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        while process.poll() is None:
            resident = max(resident, peak(process.pid))
            time.sleep(0.002)
        seconds.append(time.perf_counter() - begun)
        if process.returncode:
            sys.exit("%s failed" % command[0])
    return statistics.median(seconds), resident


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else "build/tuneornot"
    size = int(float(sys.argv[2]) * 1e6) if len(sys.argv) > 2 else 500_000_000
    with tempfile.TemporaryDirectory() as folder:
        log, head = folder + "/log.jsonl", folder + "/head.jsonl"
        size = generate(log, size)
        with open(log, "rb") as file:
            part = file.read(min(size, JQ_BYTES))
        part = part[:part.rindex(b"\n") + 1]
        lines = part.count(b"\n")
        with open(head, "wb") as file:
            file.write(part)
        print("%.0f MB, %.0f bytes a line" % (size / 1e6, len(part) / lines))
        rows = [("tuneornot usage", [program, "usage", log], size, ROUNDS),
                ("wc -l", ["wc", "-l", log], size, ROUNDS)]
        if shutil.which("jq"):
            rows.append(("jq (%.0f MB)" % (len(part) / 1e6),
                         ["jq", "-n", JQ, head], len(part), 1))
        ours = None
        for name, command, count, rounds in rows:
            seconds, resident = measure(command, rounds)
            rate = count / seconds / 1e9
            ours = ours or rate
            print("%-18s %7.3f GB/s %6.1f MiB   tuneornot is %.3g times as "
                  "fast" % (name, rate, resident, ours / rate))


if __name__ == "__main__":
    main()
