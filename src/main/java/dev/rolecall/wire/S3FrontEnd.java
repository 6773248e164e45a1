package dev.rolecall.wire;

import software.amazon.awssdk.core.SdkPojo;

final class S3FrontEnd {
    private S3FrontEnd() {}

    static void check(Operation operation, SdkPojo request) {}
}
