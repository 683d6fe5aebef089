package noroshi;

import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.RAILWAY;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.taxii.Collections;
import noroshi.intel.taxii.NewCollection;
import noroshi.provider.NewProvider;
import noroshi.provider.Providers;
import noroshi.provider.SignIn;
import noroshi.shared.Tlp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes collections of one organisation, from which one of its machines has fetched. */
@TestComponent
class MatrixCollection {
    @Autowired
    Collections collections;

    @Autowired
    MatrixIndicators indicators;

    @Autowired
    Providers providers;

    @Autowired
    JdbcClient jdbc;

    void put(Map<String, String> ids, UUID owner) {
        var both = List.of(owner);
        var green = new NewCollection(Optional.empty(), "c", "", "", Tlp.GREEN, both, both);
        var collection = collections.create(green, ADA);
        var machine = UUID.randomUUID();
        jdbc.sql("""
                select intel.count_deliveries(array[:machine], array[:owner], array[:collection], now(),
                                              '{1}', '{1}', '{1}', '{2}')
                """)
                .param("machine", machine)
                .param("owner", owner)
                .param("collection", collection)
                .query(row -> {});
        ids.put("collection", collection.toString());
        ids.put("machine", machine.toString());
        indicators.put(ids);
        ids.put(
                "provider",
                owner.equals(RAILWAY) ? provider(collection) : UUID.randomUUID().toString());
    }

    /** Nobody listens there. Whoever may look at providers may look at all of them. */
    private String provider(UUID collection) {
        var nobody = new NewProvider(
                "p",
                "",
                "",
                List.of(),
                "http://127.0.0.1:9/",
                SignIn.NONE,
                "",
                "",
                60,
                100,
                Optional.of(collection),
                Optional.empty());
        return providers.create(nobody, ADA).toString();
    }
}
