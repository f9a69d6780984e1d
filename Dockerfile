FROM golang:1.25.5-alpine@sha256:ac09a5f469f307e5da71e766b0bd59c9c49ea460a528cc3e6686513d64a6f1fb AS build
WORKDIR /src
COPY go.mod go.sum main.go ./
COPY lint ./lint
ARG VERSION=
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w -X main.version=${VERSION}" -o /beianlint .

# No USER: GitHub's runner owns GITHUB_OUTPUT and GITHUB_STEP_SUMMARY, and only
# root in the container can write them.
FROM scratch
LABEL org.opencontainers.image.title="beianlint" \
      org.opencontainers.image.description="Checks that every domain of a WeChat or Alipay mini program has an ICP filing" \
      org.opencontainers.image.source="https://github.com/beianlint/beianlint" \
      org.opencontainers.image.licenses="MIT"
COPY LICENSE THIRD_PARTY_NOTICES /
COPY --from=build /beianlint /beianlint
ENTRYPOINT ["/beianlint"]
