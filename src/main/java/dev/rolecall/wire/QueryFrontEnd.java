package dev.rolecall.wire;

import software.amazon.awssdk.core.SdkPojo;

final class QueryFrontEnd {
    private QueryFrontEnd() {}

    static void check(Operation operation, Routed routed, SdkPojo request) {}
}
