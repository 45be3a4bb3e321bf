package org.talon.simulation;

import java.util.Random;

/**
 * What a run suffers from, each as a probability: most runs from a few things much, so that some run meets each combination.
 *
 * @param interleaving that others act while a call is under way
 * @param crash that a call fails, before or after it came to pass
 * @param cuts of a branch's link
 * @param restores of a branch's database from a backup
 * @param truncations of a topic
 * @param zombies of the centre: consumers that go on with what another was given
 * @param replays of batches that were read before
 * @param centreRestores of the centre's database from a backup
 */
record Weather(
        double interleaving,
        double crash,
        double cuts,
        double restores,
        double truncations,
        double zombies,
        double replays,
        double centreRestores) {

    static Weather of(Random random) {
        return new Weather(
                some(random, 0.2),
                some(random, 0.02),
                some(random, 0.02),
                some(random, 0.006),
                some(random, 0.01),
                some(random, 0.03),
                some(random, 0.05),
                some(random, 0.004));
    }

    private static double some(Random random, double most) {
        return random.nextInt(3) == 0 ? 0 : random.nextDouble() * most;
    }
}
