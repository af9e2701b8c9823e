#!/usr/bin/env bash
# 检查、生成；后面写了发布的地方，再放行、正式发布、上线。Check and build; with a target named: the gate, release, publish.
#   bash deploy/ci/publish.sh            每次提交都做 for every push
#   bash deploy/ci/publish.sh 官网        上线，名字是 campaign.yml 的 targets 里的 goes live; a name of `targets`
# 台账先写回仓库，再上线：印出去的二维码从此有据可查。The ledger is pushed before anything goes live.
set -euo pipefail
cd "$(dirname "$0")/../.."
target=${1:-}
branch=${BRANCH:-$(git rev-parse --abbrev-ref HEAD)}

keep() {
    git add campaign_data
    if ! git diff --cached --quiet; then
        git -c user.name="campaign" -c user.email="campaign@localhost" commit --quiet -m "$1 [skip ci]"
        git push --quiet origin "HEAD:$branch"
    fi
}

python3 hooks/press.py --setup
.venv/bin/campaign check
if [ -z "$target" ]; then
    .venv/bin/python -m mkdocs build --strict
    exit 0
fi
# 对象存储另要几个软件包，也是锁定的。An object store needs a few packages more, locked as well.
kind=$(.venv/bin/python -c 'import sys, yaml
said = yaml.safe_load(open("campaign_data/campaign.yml", "rb")).get("targets") or []
print(*(one["kind"] for one in said if one["name"] == sys.argv[1]))' "$target")
if [ "$kind" = store ]; then
    .venv/bin/python -m pip install --quiet --require-hashes -r requirements-s3.lock
fi
.venv/bin/campaign check --release
.venv/bin/campaign release
keep "台账 ledger"
.venv/bin/campaign publish "$target" --yes --by CI
keep "上线记录 publications"
