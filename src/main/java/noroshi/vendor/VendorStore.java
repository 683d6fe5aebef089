package noroshi.vendor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of vendors. */
@Repository
class VendorStore {
    private static final String COLUMNS = """
            v.id, v.name_ja, v.name_en, v.kana, v.services, v.words, v.phone, v.always, v.address,
            v.ended_at is not null as ended
            """;

    private final JdbcClient jdbc;

    VendorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean staff() {
        return jdbc.sql("select desk.staff()").query(Boolean.class).single();
    }

    /** Those that are listed, by how their names are read. */
    List<Vendor> all() {
        return jdbc.sql("select " + COLUMNS
                        + " from vendor.vendor v where v.ended_at is null order by v.kana, v.name_ja, v.id")
                .query(VendorStore::vendor)
                .list();
    }

    void insert(Vendor it, Instant now, Actor actor) {
        jdbc.sql("""
                insert into vendor.vendor (id, name_ja, name_en, kana, services, words, phone, always, address, added_at,
                                           added_by)
                values (:id, :ja, :en, :kana, string_to_array(:services, ','), :words, :phone, :always, :address, :now, :by)
                """)
                .param("id", it.id())
                .param("ja", it.nameJa())
                .param("en", it.nameEn())
                .param("kana", it.kana())
                .param(
                        "services",
                        it.services().stream().map(Enum::name).sorted().collect(Collectors.joining(",")))
                .param("words", it.words())
                .param("phone", it.phone())
                .param("always", it.always())
                .param("address", it.address())
                .param("now", at(now))
                .param("by", actor.person())
                .update();
    }

    boolean end(UUID id, Instant now, Actor actor) {
        return jdbc.sql("""
                        update vendor.vendor set ended_at = :now, ended_by = :by where id = :id and ended_at is null
                        """)
                        .param("id", id)
                        .param("now", at(now))
                        .param("by", actor.person())
                        .update()
                == 1;
    }

    void handOver(UUID matter, UUID vendor, String scope, Instant now, Actor actor) {
        jdbc.sql("""
                insert into vendor.handover (matter, vendor, scope, at, by) values (:matter, :vendor, :scope, :now, :by)
                """)
                .param("matter", matter)
                .param("vendor", vendor)
                .param("scope", scope)
                .param("now", at(now))
                .param("by", actor.person())
                .update();
    }

    /** For the desk and the reporter's side, the newest first; nothing for anybody else. */
    List<HandedOver> of(UUID matter) {
        return jdbc.sql("select h.scope, h.at, h.by, " + COLUMNS + """
                  from vendor.handover h join vendor.vendor v on v.id = h.vendor
                 where h.matter = :matter order by h.at desc, h.id
                """)
                .param("matter", matter)
                .query((row, n) -> new HandedOver(
                        vendor(row, n),
                        row.getString("scope"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("by", UUID.class)))
                .list();
    }

    private static Vendor vendor(ResultSet row, int n) throws SQLException {
        return new Vendor(
                row.getObject("id", UUID.class),
                row.getString("name_ja"),
                row.getString("name_en"),
                row.getString("kana"),
                services((String[]) row.getArray("services").getArray()),
                row.getString("words"),
                row.getString("phone"),
                row.getBoolean("always"),
                row.getString("address"),
                row.getBoolean("ended"));
    }

    private static Set<Service> services(String[] codes) {
        return Arrays.stream(codes).map(Service::valueOf).collect(Collectors.toSet());
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
