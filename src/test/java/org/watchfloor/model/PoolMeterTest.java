package org.watchfloor.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PoolMeterTest {
    private final AtomicLong nanos = new AtomicLong(Duration.ofDays(3).toNanos());
    private final PoolMeter meter = new PoolMeter(nanos::get);

    @Test
    void countsWhoWaitsWhoGotAndWhoFailed() {
        PoolMeter.Ask first = meter.ask();
        PoolMeter.Ask second = meter.ask();
        PoolMeter.Ask third = meter.ask();
        first.got();
        first.close();
        second.close();
        second.got();

        assertThat(meter.figures(0).waiting()).isEqualTo(1);
        assertThat(meter.figures(0).failed()).isEqualTo(1);
        assertThat(meter.figures(0).acquisition().calls()).isEqualTo(1);
        third.close();
        assertThat(meter.figures(0).waiting()).isZero();
    }

    @Test
    void tellsHowLongCallsOfTheLastMinuteWaited() {
        waits(Duration.ofMillis(10));
        pass(Duration.ofSeconds(30));
        waits(Duration.ofMillis(30));

        assertThat(meter.figures(0).acquisition())
                .isEqualTo(new PoolFigures.Acquisition(2, Duration.ofMillis(20), Duration.ofMillis(30)));
        pass(Duration.ofSeconds(31));
        assertThat(meter.figures(0).acquisition())
                .isEqualTo(new PoolFigures.Acquisition(1, Duration.ofMillis(30), Duration.ofMillis(30)));
        pass(Duration.ofHours(1));
        assertThat(meter.figures(0).acquisition()).isEqualTo(PoolFigures.Acquisition.NONE);
    }

    @Test
    void addsUpOpenConnections() {
        meter.created();
        meter.created();
        meter.created();
        meter.destroyed();

        PoolFigures figures = meter.figures(1);

        assertThat(figures.total()).isEqualTo(2);
        assertThat(figures.active()).isEqualTo(1);
    }

    @Test
    void findsOutHowManyWereClosedAndNeverForgetsOne() {
        meter.created();
        meter.created();

        assertThat(meter.figuresOf(2, 0).destroyed()).isZero();
        assertThat(meter.figuresOf(0, 0).destroyed()).isEqualTo(2);
        assertThat(meter.figuresOf(1, 1).destroyed()).isEqualTo(2);
    }

    private void waits(Duration time) {
        try (PoolMeter.Ask ask = meter.ask()) {
            pass(time);
            ask.got();
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
