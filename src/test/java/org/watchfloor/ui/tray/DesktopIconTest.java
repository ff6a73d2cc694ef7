package org.watchfloor.ui.tray;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class DesktopIconTest {
    @Test
    void askingForATrayNeverFailsWhateverTheDesktopHas() {
        TrayActions nothing = new TrayActions(() -> {}, () -> {}, () -> {});

        assertThatCode(() -> DesktopIcon.find(nothing)).doesNotThrowAnyException();
    }
}
