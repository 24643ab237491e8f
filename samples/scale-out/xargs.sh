#!/bin/sh
# Checks the files of a folder with several processes: xargs.sh FOLDER OUTPUT [PROCESSES]
# Each process takes 500 files and writes a file of its own, so that no two write into the same; they are put together
# at the end.
set -eu
folder=$1 output=$2 processes=${3:-4}
mapilint=${MAPILINT:-mapilint}
parts=$(mktemp -d)
trap 'rm -rf "$parts"' EXIT
export mapilint parts
find "$folder" -type f -print0 |
  xargs -0 -n 500 -P "$processes" sh -c '
    printf "%s\0" "$@" | $mapilint check -0 --format ndjson --jobs 1 --exit-zero -o "$parts/$$.ndjson" || [ $? = 2 ]
  ' sh
cat "$parts"/*.ndjson | grep "^{\"path\"" > "$output"
