package io.hcpnbridge.mapping.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Answers and refusals as messages: complete, exact, nothing cut. */
class WritingMessagesTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void anAnswerHasAResultPerRecordWithItsRows() throws Exception {
        try (var answer = ReadMessage.FORMAT.answer(out)) {
            answer.write("header", json("{'interface':'stock.query','tenant':'acme','batchNumber':'B1'}"));
            answer.write(
                    "result", json("{'document':'D1','status':'OK','code':'','rows':2,'remark':'r','total':1.50}"));
            answer.write("piece", json("{'id':'1','amount':0.10,'name':null,'document':'D1'}"));
            answer.write("piece", json("{'id':'2','amount':3,'document':'D1'}"));
            answer.write("result", json("{'document':'D2','status':'REFUSED','code':'X.1','rows':0,'customer':'c1'}"));
            answer.writeText("D2", " It is\nnot there. ");
            answer.write("sum", json("{'field':'amount','key':'CNY','amount':3.10,'count':2}"));
            answer.write("trailer", json("{'records':2,'ok':1,'refused':1,'pending':0}"));
        }

        assertThat(written())
                .isEqualTo(
                        """
                        {"interface":"stock.query","batchNumber":"B1","tenant":"acme","results":[
                        {"document":"D1","status":"OK","remark":"r","total":1.50,"rows":[
                        {"row":"piece","id":"1","amount":0.10},
                        {"row":"piece","id":"2","amount":3}]},
                        {"document":"D2","status":"REFUSED","code":"X.1","text":"It is\\nnot there."}],"sums":[
                        {"field":"amount","key":"CNY","amount":3.10,"count":2}],\
                        "totals":{"records":2,"ok":1,"refused":1,"pending":0},"edition":"final"}""");
    }

    @Test
    void anAnswerThatTellsOfAPendingRecordIsInterim() throws Exception {
        try (var answer = ReadMessage.FORMAT.answer(out)) {
            answer.write("header", json("{'interface':'stock.query'}"));
            answer.write("result", json("{'document':'D1','status':'PENDING','rows':0}"));
            answer.write("trailer", json("{'records':1,'pending':1}"));
        }

        assertThat(ExactJson.read(written()).get("edition").asText()).isEqualTo("interim");
    }

    @Test
    void anAnswerToNoRecordsIsComplete() throws Exception {
        try (var answer = ReadMessage.FORMAT.answer(out)) {
            answer.write("header", json("{'interface':'stock.query'}"));
            answer.write("trailer", json("{'records':0,'pending':0}"));
        }

        assertThat(ExactJson.read(written()).get("results")).isEmpty();
    }

    @Test
    void aLongTextStaysWhole() throws Exception {
        var text = "恒通 ".repeat(20_000).strip();
        try (var answer = ReadMessage.FORMAT.answer(out)) {
            answer.write("header", json("{}"));
            answer.write("result", json("{'document':'D1','status':'REFUSED','rows':0}"));
            answer.writeText("D1", text);
            answer.write("trailer", json("{}"));
        }

        assertThat(ExactJson.read(written()).at("/results/0/text").asText()).isEqualTo(text);
    }

    @Test
    void resultsAndRowsCanBeTriedBeforeThereIsAnAnswer() throws Exception {
        try (var echo = ReadMessage.FORMAT.answer(OutputStream.nullOutputStream())) {
            echo.write("result", json("{'document':'D1'}"));
            echo.write("result", json("{'document':'D2'}"));
        }
        try (var check = ReadMessage.FORMAT.answer(OutputStream.nullOutputStream())) {
            check.write("piece", json("{'id':'1'}"));
        }
    }

    @Test
    void aRefusalNamesRecordFieldValueAndRule() throws Exception {
        try (var refusal = ReadMessage.FORMAT.refusal(out)) {
            refusal.write(
                    "header", json("{'interface':'stock.query','batchNumber':'B1','tenant':'acme','file':'ID:1'}"));
            refusal.write("problem", json("{'line':0,'field':'totals.count','value':'2','rule':'must be 1'}"));
            refusal.write("problem", json("{'line':7,'field':'months','value':'','rule':'is required'}"));
            refusal.write("trailer", json("{'problems':2}"));
        }

        assertThat(written())
                .isEqualTo(
                        """
                        {"interface":"stock.query","batchNumber":"B1","tenant":"acme","refused":true,"problems":[
                        {"field":"totals.count","value":"2","rule":"must be 1"},
                        {"record":7,"field":"months","rule":"is required"}]}""");
    }

    private String written() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) ExactJson.read(text.replace('\'', '"'));
    }
}
