package io.consentry.filing.indexcodes;

import io.consentry.consultation.Entry;
import io.consentry.filing.keepcontent.KeptContent.Received;
import io.consentry.filing.writerows.ManyRows;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Writes the codes of items, and the systems that made them, in the transaction of their content. */
@Singleton
public class CodeIndex {

    /** What a code that can be looked for is like. */
    public static final String FINDABLE = "[A-Za-z0-9.-]{1,64}";

    private static final ManyRows<CodeOfItem> CODES = ManyRows.<CodeOfItem>of("item_code")
            .column("code", "text", CodeOfItem::code)
            .column("item_id", "text", CodeOfItem::itemId)
            .column("entry", "integer", CodeOfItem::entry)
            .onConflict("do nothing");

    private static final ManyRows<SystemOfItem> SYSTEMS = ManyRows.<SystemOfItem>of("item_system")
            .column("system", "text", SystemOfItem::system)
            .column("item_id", "text", SystemOfItem::itemId)
            .onConflict("do nothing");

    CodeIndex() {}

    /** Makes the items findable by their codes. */
    public void add(Connection transaction, List<Received> received) throws SQLException {
        List<CodeOfItem> codes = new ArrayList<>();
        for (Received item : received) {
            List<Entry> entries = item.consultation().entries();
            for (int place = 0; place < entries.size(); place++) {
                for (String code : CodesOfEntries.of(entries.get(place))) {
                    codes.add(new CodeOfItem(code, item.itemId(), place + 1));
                }
            }
        }
        CODES.insert(transaction, codes);
    }

    /** Makes items findable by the systems that made their messages. */
    public void addSystems(Connection transaction, List<SystemOfItem> systems) throws SQLException {
        SYSTEMS.insert(transaction, systems);
    }

    private record CodeOfItem(String code, String itemId, int entry) {}

    /** A name of the system that made an item's message. */
    public record SystemOfItem(String system, String itemId) {}
}
