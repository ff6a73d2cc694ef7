package org.watchfloor.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.Site;
import org.watchfloor.model.ServiceId;
import org.watchfloor.model.State;
import org.watchfloor.ui.FakeEngine;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.Formats;

class ServiceViewModelTest {
    private final Worlds world = Shops.broken();
    private final FakeEngine engine = new FakeEngine(world.snapshot());

    @Test
    void showsInstancesAndWhatItNeeds() {
        ServiceViewModel shop = of("shop");

        shop.show(world.snapshot());

        assertThat(shop.rows()).extracting(CheckRow::title).containsExactly("web-7/front", "web-7/health");
        assertThat(shop.headProperty().get().state()).isEqualTo(State.DOWN);
        assertThat(shop.headProperty().get().needs()).extracting(Related::title).containsExactly("Ledger");
        assertThat(shop.headProperty().get().calls()).isEqualTo("web-7/front, the first instance");
    }

    @Test
    void knowsWhoNeedsIt() {
        ServiceViewModel ledger = of("ledger");

        ledger.show(world.snapshot());

        assertThat(ledger.headProperty().get().neededBy())
                .extracting(Related::title, Related::state)
                .containsExactly(tuple("Shop", State.DOWN));
    }

    @Test
    void checksAllInstances() {
        ServiceViewModel shop = of("shop");
        shop.show(world.snapshot());

        shop.checkNow();

        assertThat(engine.told()).containsExactly("check now [web-7/front, web-7/health]");
    }

    @Test
    void aServiceThatVanishesIsSaid() {
        ServiceViewModel shop = of("shop");
        shop.show(world.snapshot());

        shop.show(Worlds.calm(Site.EMPTY).snapshot());

        assertThat(shop.canCheck()).isFalse();
        assertThat(shop.headProperty().get().since()).contains("does not know the service shop");
    }

    private ServiceViewModel of(String id) {
        return new ServiceViewModel(new ServiceId(id), engine, new Formats(ZoneOffset.UTC));
    }
}
