package io.consentry.local.sendmessage;

import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.local.playdemo.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MessageFileTest {

    @Test
    void sender_isTheHeadersOrganisation_inXml() throws IOException {
        MessageFile message = new MessageFile(Sample.CONTRACEPTION.written());
        assertThat(message.sender()).contains("FX001");
        assertThat(message.contentType()).isEqualTo("application/fhir+xml");
    }

    @Test
    void sender_isTheHeadersOrganisation_notAnotherInTheMessage_inJson() {
        MessageFile message = file("""
                {"resourceType":"Bundle","entry":[
                  {"fullUrl":"urn:uuid:2","resource":{"resourceType":"Organization","identifier":[
                    {"system":"https://fhir.nhs.uk/Id/ods-organization-code","value":"WRONG"}]}},
                  {"resource":{"resourceType":"MessageHeader","sender":{"reference":"urn:uuid:1"}}},
                  {"fullUrl":"urn:uuid:1","resource":{"resourceType":"Organization","identifier":[
                    {"system":"other","value":"X"},
                    {"system":"https://fhir.nhs.uk/Id/ods-organization-code","value":"FX002"}]}}]}
                """);
        assertThat(message.sender()).contains("FX002");
        assertThat(message.contentType()).isEqualTo("application/fhir+json");
    }

    @Test
    void sender_isUnknown_whenTheFileIsNoMessage() {
        assertThat(file("").sender()).isEmpty();
        assertThat(file("plain words").sender()).isEmpty();
        assertThat(file("{\"entry\":3}").sender()).isEmpty();
        assertThat(file("<a/>").sender()).isEmpty();
    }

    @Test
    void sender_followsNoEntity() {
        assertThat(file("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a>&e;</a>")
                        .sender())
                .isEmpty();
    }

    private static MessageFile file(String content) {
        return new MessageFile(content.getBytes(StandardCharsets.UTF_8));
    }
}
