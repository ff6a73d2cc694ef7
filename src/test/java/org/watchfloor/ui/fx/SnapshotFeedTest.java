package org.watchfloor.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class SnapshotFeedTest {
    private final Queue<Runnable> nextFrame = new ArrayDeque<>();
    private final List<String> rendered = new ArrayList<>();
    private final SnapshotFeed<String> feed = new SnapshotFeed<>(rendered::add, nextFrame::add);

    @Test
    void rendersOnlyTheNewestOfAFrame() {
        feed.publish("first");
        feed.publish("second");

        frame();

        assertThat(rendered).containsExactly("second");
    }

    @Test
    void rendersAgainInTheNextFrame() {
        feed.publish("first");
        frame();

        feed.publish("second");
        frame();

        assertThat(rendered).containsExactly("first", "second");
    }

    @Test
    void asksForOneFrameHoweverMuchIsPublished() {
        for (int i = 0; i < 100; i++) {
            feed.publish("value " + i);
        }

        assertThat(nextFrame).hasSize(1);
    }

    private void frame() {
        List<Runnable> work = new ArrayList<>(nextFrame);
        nextFrame.clear();
        work.forEach(Runnable::run);
    }
}
