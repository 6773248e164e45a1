package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.Account;

/// A request, and what the account is once it is done.
record Step(Call call, Account then) {}
