package io.vigil.app.house;

import io.vigil.app.demo.DemoStation;
import java.util.concurrent.CountDownLatch;

/** A program that starts a demo's station, tells its agent's number and folder, and holds on until it is killed. */
final class DyingParent {

    private DyingParent() {}

    public static void main(String[] args) throws InterruptedException {
        var station = DemoStation.start(BuiltAgent.HOME, BuiltAgent.classPath(), 60);
        System.out.println(station.agent().pid() + " " + station.agent().data());
        new CountDownLatch(1).await();
    }
}
