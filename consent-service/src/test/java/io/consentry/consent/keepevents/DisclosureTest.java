package io.consentry.consent.keepevents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisclosureTest {

    private static final String SALT = "000102030405060708090a0b0c0d0e0f";

    @Test
    void commitment_isTheHashOfTheCanonicalJson() {
        // printf '{"name":"Ann","note":"why","salt":"000102030405060708090a0b0c0d0e0f"}' | sha256sum
        assertThat(new Disclosure("Ann", "why", SALT).commitment())
                .isEqualTo("329abae108da197664f566895841adfd5f2ced12e13a2a6c16361beb2885d77e");
        // printf '{"name":"Ann","salt":"000102030405060708090a0b0c0d0e0f"}' | sha256sum
        assertThat(new Disclosure("Ann", null, SALT).commitment())
                .isEqualTo("805dbb427ad11ef7f32c779610530f6516a1f4f990d8813c426165f58306cb54");
    }

    @Test
    void of_saltsTheSameNameAnewEachTime() {
        assertThat(Disclosure.of("Ann", null).commitment())
                .isNotEqualTo(Disclosure.of("Ann", null).commitment());
    }

    @Test
    void of_replacesWhatNoDatabaseCanHold() {
        assertThat(Disclosure.of("A\u0000\ud83d", null).name()).isEqualTo("A\ufffd\ufffd");
    }

    @Test
    void toString_saysNothingOfThePerson() {
        assertThat(Disclosure.of("Ann", "why").toString()).doesNotContain("Ann").doesNotContain("why");
    }
}
