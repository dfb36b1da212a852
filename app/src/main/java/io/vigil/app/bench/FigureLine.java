package io.vigil.app.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

/** A figure as one line of JSON, as the agent says it and as other programs read it. */
public final class FigureLine {

    private FigureLine() {}

    /** With the ratio and the machine, which whoever measured left to the last. */
    public static String of(Figure figure, Machine machine) {
        var line = new JsonObject();
        line.addProperty("name", figure.name());
        line.addProperty("unit", figure.unit());
        line.addProperty("n", figure.n());
        line.addProperty("p50", figure.p50());
        line.addProperty("p99", figure.p99());
        line.addProperty("max", figure.max());
        line.add("floor", known(figure.floor()));
        line.add("ratio", known(figure.ratio()));
        line.addProperty("machine", machine.inWords());
        return line.toString();
    }

    static Figure read(String line) {
        var said = JsonParser.parseString(line).getAsJsonObject();
        var floor = said.get("floor");
        return new Figure(
                said.get("name").getAsString(),
                said.get("unit").getAsString(),
                said.get("n").getAsInt(),
                said.get("p50").getAsDouble(),
                said.get("p99").getAsDouble(),
                said.get("max").getAsDouble(),
                floor.isJsonNull() ? Double.NaN : floor.getAsDouble());
    }

    private static JsonElement known(double number) {
        return Double.isFinite(number) ? new JsonPrimitive(number) : JsonNull.INSTANCE;
    }
}
