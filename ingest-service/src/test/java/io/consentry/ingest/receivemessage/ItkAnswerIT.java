package io.consentry.ingest.receivemessage;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what was packaged: the jar, or the native binary where one was built. */
@QuarkusIntegrationTest
class ItkAnswerIT extends ItkAnswerTest {}
