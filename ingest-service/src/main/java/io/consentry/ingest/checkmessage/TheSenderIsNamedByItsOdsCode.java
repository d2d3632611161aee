package io.consentry.ingest.checkmessage;

import io.consentry.web.ods.OdsCode;
import jakarta.inject.Singleton;

@Singleton
class TheSenderIsNamedByItsOdsCode implements Rule {

    @Override
    public String name() {
        return "sender";
    }

    @Override
    public String sentence() {
        return "The message names its sender by an ODS code.";
    }

    @Override
    public String path() {
        return "MessageHeader.sender";
    }

    @Override
    public boolean isFixed() {
        return true;
    }

    @Override
    public void check(Examined examined, Findings findings) {
        if (!examined.message().senderOds().filter(OdsCode::isValid).isPresent()) {
            findings.add(
                    examined.message()
                            .sender()
                            .map(sender -> sender.at("identifier"))
                            .orElse("MessageHeader.sender"),
                    "The header's organisation must carry the sender's ODS code.");
        }
    }
}
