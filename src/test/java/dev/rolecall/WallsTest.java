package dev.rolecall;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WallsTest {
    @Test
    void theHouseStands() {
        assertThat(Main.class.getPackageName()).isEqualTo("dev.rolecall");
    }
}
