package org.watchfloor.alert.condition;

import java.util.List;

/** A group of which a test says who belongs to it. */
record FakeMembers(String name, List<FakeSight> sights) implements Members {
    static FakeMembers of(FakeSight... sights) {
        return new FakeMembers("web", List.of(sights));
    }

    @Override
    public int size() {
        return sights.size();
    }

    @Override
    public Sight member(int index) {
        return sights.get(index);
    }
}
