package com.mypay.cli.settle;

import com.mypay.cli.ExitCode;
import com.mypay.cli.Text;
import com.mypay.cli.api.Http;
import com.mypay.cli.home.Home;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Has settlement compare what was certified with what is there now. */
public final class Certificates {

    private static final String AUDIT = "/settlement/adm/v1/audit/certificates?after=";

    private final Http staff;
    private final PrintWriter out;

    public Certificates(Home home, PrintWriter out) {
        this.staff = new Http(home).staff("mypay.audit", "operator");
        this.out = out;
    }

    /** @return the command's exit code: failed, if a row isn't as it was certified */
    public int verify() {
        List<JsonObject> found = new ArrayList<>();
        long certificates = 0;
        long rows = 0;
        JsonObject verified = verify(0, 0);
        while (true) {
            certificates += number(verified, "certificates");
            rows += number(verified, "rows");
            verified.getJsonArray("found").getValuesAs(JsonObject.class).forEach(each -> {
                found.add(each);
                print(Text.of(
                        "audit.found",
                        each.getString("businessDate"),
                        Text.of("audit.row." + each.getString("row")),
                        each.getString("key"),
                        Text.of("audit.damage." + each.getString("damage")),
                        each.getString("cycleId")));
            });
            if (!(verified.get("next") instanceof JsonNumber next)) {
                break;
            }
            print(Text.of("audit.progress", certificates, rows));
            verified = verify(next.longValue(), number(verified, "nextSeal"));
        }
        if (number(verified, "lastNumber") > 0) {
            print(Text.of("audit.last", number(verified, "lastNumber"), verified.getString("lastHash")));
        }
        print(Text.of(found.isEmpty() ? "audit.good" : "audit.bad", certificates, rows, found.size()));
        return found.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    private JsonObject verify(long after, long afterSeal) {
        return staff.get(AUDIT + after + "&afterSeal=" + afterSeal).orRefused("audit/certificates");
    }

    private static long number(JsonObject json, String name) {
        return json.getJsonNumber(name).longValue();
    }

    private void print(String line) {
        out.println(line);
        out.flush();
    }
}
