package dev.rolecall.guard;

import java.util.List;

/// Tells which permissions a call of one service needs, in the order in which AWS checks them.
interface Needs {
    /// @throws dev.rolecall.fault.AwsError for what is refused before any policy is asked
    List<Need> of(Asking asking);
}
