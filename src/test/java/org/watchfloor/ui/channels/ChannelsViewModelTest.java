package org.watchfloor.ui.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.watchfloor.model.Actor;
import org.watchfloor.notify.Outbox;
import org.watchfloor.ui.AlertScenes;
import org.watchfloor.ui.FakeEngine;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.Formats;

class ChannelsViewModelTest {
    private final Worlds world = Worlds.alarmed();
    private final FakeEngine engine = new FakeEngine(world.snapshot());
    private final ChannelsViewModel viewModel = new ChannelsViewModel(
            engine.alerts(),
            AlertScenes.fill(engine.alerts()),
            new Actor("mara"),
            new Formats(ZoneOffset.UTC),
            Runnable::run);

    ChannelsViewModelTest() {
        viewModel.show(engine.current());
    }

    @Test
    void saysOfEachChannelHowItDoes() {
        assertThat(viewModel.channels())
                .extracting(row -> row.id() + " " + row.waiting() + " " + row.inFlight() + " " + row.state())
                .containsExactly(
                        "ops-chat 1 0 failing since 11:43:09 UTC",
                        "console 0 0 works",
                        "ops-mail 0 1 works",
                        "pager-mara 0 0 works",
                        "sms-jonas 0 0 works");
        assertThat(viewModel.channels().getFirst().trouble()).isEqualTo("HTTP 503 from hooks.slack.com");
        assertThat(ChannelsViewModel.failing(engine.current())).isEqualTo(1);
    }

    @Test
    void listsWhatBecameOfEachNoticeNewestFirst() {
        assertThat(viewModel.notices())
                .extracting(row -> row.id() + " " + row.state())
                .containsExactly(
                        "514 being sent, try 1",
                        "511 delivered at try 2",
                        "510 delivered",
                        "512 try 6 at 12:05:44 UTC",
                        "505 given up",
                        "504 delivered");
        assertThat(viewModel.notices().get(3).about()).isEqualTo("web-7/front is down: connection refused and 1 more");
    }

    @Test
    void sendsAgainWhatWasGivenUp() {
        viewModel.onlyDeadProperty().set(true);

        NoticeRow dead = viewModel.notices().getFirst();
        viewModel.resend(dead);
        viewModel.test(viewModel.channels().getFirst());

        assertThat(viewModel.notices()).hasSize(1);
        assertThat(dead.canResend()).isTrue();
        assertThat(engine.alerts().told()).hasSize(2).first().isEqualTo("resend 505 by mara");
    }

    @Test
    void keepsRowsThatDidNotChange() {
        ChannelRow before = viewModel.channels().get(3);

        viewModel.show(world.outbox(Outbox.EMPTY).snapshot());

        assertThat(viewModel.channels().get(3)).isSameAs(before);
        assertThat(viewModel.channels()).noneMatch(ChannelRow::failing);
        assertThat(viewModel.deadProperty().get()).isZero();
    }
}
