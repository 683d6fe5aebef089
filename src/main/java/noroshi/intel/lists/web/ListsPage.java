package noroshi.intel.lists.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.intel.lists.Load;

/**
 * How products load lists, and what those of one's own organisation have loaded.
 *
 * @param address of this platform
 * @param number how many values the organisation's lists hold now
 * @param names of the accounts
 */
public record ListsPage(String address, int number, List<Load> loads, Map<UUID, String> names, int page, boolean more) {
    /** How one product is set up: a title's key, and what to copy. */
    public record Recipe(String id, String text) {}

    public List<Recipe> recipes() {
        var get = "curl -fsS -H 'Authorization: Bearer TOKEN' ";
        return List.of(
                new Recipe("unbound", """
                        # every 5 minutes, by cron
                        %s-o /var/lib/unbound/noroshi.zone '%s/lists/rpz.zone' && unbound-control auth_zone_reload rpz.noroshi

                        # /etc/unbound/unbound.conf.d/noroshi.conf
                        server:
                            module-config: "respip validator iterator"
                        rpz:
                            name: "rpz.noroshi"
                            zonefile: "/var/lib/unbound/noroshi.zone"
                            rpz-log: yes
                            rpz-log-name: "noroshi"
                        """.formatted(get, address)),
                new Recipe("bind9", """
                        # every 5 minutes, by cron
                        %s-o /var/cache/bind/noroshi.zone '%s/lists/rpz.zone' && rndc reload rpz.noroshi

                        # named.conf: the zone of your own names goes first
                        options { response-policy { zone "allow.noroshi"; zone "rpz.noroshi"; } break-dnssec yes; };
                        zone "allow.noroshi" { type primary; file "/var/cache/bind/allow.zone"; allow-query { none; }; };
                        zone "rpz.noroshi" { type primary; file "/var/cache/bind/noroshi.zone"; allow-query { none; }; };
                        """.formatted(get, address)),
                new Recipe("suricata", """
                        %s-o /var/lib/suricata/rules/noroshi.rules '%s/lists/suricata.rules'
                        suricata -T -S /var/lib/suricata/rules/noroshi.rules && suricatasc -c reload-rules
                        # many values: suricata-datasets.rules with noroshi-domain.lst, noroshi-sha256.txt, noroshi-md5.txt
                        """.formatted(get, address)),
                new Recipe("siem", """
                        # a table for look-ups
                        %s--etag-save noroshi.etag --etag-compare noroshi.etag -o noroshi.csv '%s/lists/all.csv?confidence=40'
                        """.formatted(get, address)),
                new Recipe("firewall", """
                        %s/lists/ip.txt
                        %s/lists/domain.txt
                        # Basic authentication: any name, the token as password
                        """.formatted(address, address)),
                new Recipe("misp", """
                        # Sync Actions, Feeds: MISP feed, URL %s/lists/misp/
                        # Headers: Authorization: Bearer TOKEN
                        """.formatted(address)));
    }
}
