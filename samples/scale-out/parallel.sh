#!/bin/sh
# Checks the parts of a folder with GNU parallel, on one host or on several: parallel.sh FOLDER OUTPUT [PARTS] [OPTION...]
#
#   parallel.sh /share out 40 --sshlogin host1,host2      forty parts over two hosts that see the same /share
#   parallel.sh /share out 40 --resume-failed             only the parts that failed, again
#
# Each part writes OUTPUT/PART.ndjson and goes on where it was. Exit code 1 (findings) is success; 2 and above is not.
set -eu
folder=$1 output=$2 parts=${3:-8}
shift 2
[ $# -eq 0 ] || shift
mapilint=${MAPILINT:-mapilint}
mkdir -p "$output"
seq "$parts" | parallel --joblog "$output/joblog" "$@" \
  "$mapilint check '$folder' --shard {}/$parts --resume '$output/{}.ndjson' --jobs 1 --exit-zero"
