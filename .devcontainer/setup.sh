#!/bin/sh
# What a container or a hosted workspace on Debian or Ubuntu needs beside Go, Node.js and Rust. There is no JDK among
# it: a small Java starts JBang, and JBang fetches the JDK that the chapters need.
set -eu
cd "$(dirname "$0")/.."

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

export DEBIAN_FRONTEND=noninteractive
as_root apt-get update
as_root apt-get install --yes --no-install-recommends \
  default-jre-headless maven python3 erlang-base elixir ruby fontconfig fonts-dejavu-core chromium

./jbang workbook # fetches JBang, the JDK and the libraries; then lists the chapters
