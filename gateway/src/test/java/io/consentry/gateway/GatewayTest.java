package io.consentry.gateway;

import io.consentry.gateway.standin.StandInServices;
import io.consentry.testing.KeysOnly;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of the running gateway, with real servers behind it. */
@QuarkusTest
@QuarkusTestResource(KeysOnly.class)
@QuarkusTestResource(StandInServices.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface GatewayTest {}
