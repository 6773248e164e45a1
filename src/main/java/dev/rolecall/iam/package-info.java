/// IAM: who exists in each account, what they hold, and the policies that apply to them.
@NullMarked
package dev.rolecall.iam;

import org.jspecify.annotations.NullMarked;
