package io.vigil.app.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashMap;

/** A figure as one line of JSON, as the agent says it and as other programs read it. */
public final class FigureLine {

    private FigureLine() {}

    /** With the ratio and the machine, which whoever measured left to the last. */
    public static String of(Figure figure, Machine machine) {
        var line = new JsonObject();
        line.addProperty("name", figure.name());
        line.addProperty("unit", figure.unit());
        line.addProperty("n", figure.n());
        line.add("p50", known(figure.p50()));
        line.add("p99", known(figure.p99()));
        line.add("max", known(figure.max()));
        line.add("floor", known(figure.floor()));
        line.add("ratio", known(figure.ratio()));
        line.addProperty("machine", machine.inWords());
        figure.beside().forEach((name, value) -> line.add(name, known(value)));
        return line.toString();
    }

    static Figure read(String line) {
        var said = JsonParser.parseString(line).getAsJsonObject();
        var beside = new LinkedHashMap<String, Double>();
        if (said.has("beside")) {
            said.getAsJsonObject("beside").asMap().forEach((name, value) -> beside.put(name, number(value)));
        }
        return new Figure(
                said.get("name").getAsString(),
                said.get("unit").getAsString(),
                said.get("n").getAsInt(),
                number(said.get("p50")),
                number(said.get("p99")),
                number(said.get("max")),
                number(said.get("floor")),
                beside);
    }

    private static double number(JsonElement said) {
        return said.isJsonNull() ? Double.NaN : said.getAsDouble();
    }

    private static JsonElement known(double number) {
        return Double.isFinite(number) ? new JsonPrimitive(number) : JsonNull.INSTANCE;
    }
}
