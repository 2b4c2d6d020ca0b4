package com.mypay.cli.settle;

import com.mypay.cli.ExitCode;
import com.mypay.cli.Text;
import com.mypay.cli.api.Http;
import com.mypay.cli.api.Http.Answer;
import com.mypay.cli.home.Home;
import jakarta.json.JsonObject;
import java.io.PrintWriter;

/** Asks settlement why a slip's amount is what it is. */
public final class Explain {

    private static final String LINE = "/settlement/com/v1/find/settlement-line?slipId=";

    private final Http staff;
    private final PrintWriter out;

    public Explain(Home home, PrintWriter out) {
        this.staff = new Http(home).staff("mypay.explain", "operator");
        this.out = out;
    }

    /** @return the command's exit code: failed, if the slip isn't settled, or if its row was changed since */
    public int show(String slipId) {
        Answer answer = staff.get(LINE + slipId);
        if (answer.code().equals("LINE_NOT_FOUND")) {
            out.println(Text.of("explain.none", slipId));
            out.flush();
            return ExitCode.FAILED;
        }
        JsonObject line = answer.orRefused("find/settlement-line");
        String language = Text.isKorean() ? "korean" : "english";
        line.getJsonArray("explanation").getValuesAs(JsonObject.class).stream()
                .map(sentence -> sentence.getString(language))
                .forEach(out::println);
        out.flush();
        return line.getBoolean("followsFromItsSlip") ? ExitCode.OK : ExitCode.FAILED;
    }
}
