#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/core/readings.h"

namespace rnn {
namespace {

std::string query_of(std::string_view text) {
  const TextReading reading = telling_reading(text);
  EXPECT_EQ(reading.form, Form::matlab) << text;
  return canonical_of(reading.query);
}

std::string meant(const std::string& query) { return canonical_of(query); }

TEST(ReadMatlab, ReadsAnArrayOfLayers) {
  const std::string query = query_of(
      "layers = [ ...\n"
      "    sequenceInputLayer(12)\n"
      "    bilstmLayer(100,'OutputMode','last')\n"
      "    fullyConnectedLayer(9)\n"
      "    softmaxLayer\n"
      "    classificationLayer];\n");
  EXPECT_EQ(total_of(query), "92209");
  EXPECT_EQ(query, meant("framework=matlab&input=12&layers=bilstmLayer(100), Dense(9), Softmax()"));
}

TEST(ReadMatlab, ReadsNamesAndArithmetic) {
  const std::string text =
      "inputSize = 20;\n"
      "numHiddenUnits = 2^5;\n"
      "numClasses = 11;        % words\n"
      "dropoutRate = 0.3;\n"
      "EPOCHS = 500;\n"
      "layers = [ ...\n"
      "    sequenceInputLayer(inputSize, Normalization=\"zscore\")\n"
      "    lstmLayer(numHiddenUnits, OutputMode=\"last\")\n"
      "    fullyConnectedLayer(numHiddenUnits / 2 + 0)\n"
      "    reluLayer()\n"
      "    fullyConnectedLayer((numClasses - 1) * 2)\n"
      "    softmaxLayer()\n"
      "    classificationLayer()];\n"
      "\n"
      "options = trainingOptions(\"adam\", ...\n"
      "    MaxEpochs=EPOCHS, ...\n"
      "    Plots=\"training-progress\");\n"
      "net = trainNetwork(XTrain',YTrain,layers,options);\n";
  EXPECT_EQ(query_of(text),
            meant("framework=matlab&input=20&layers=LSTM(32), Dense(16), ReLU(), Dense(20), Softmax()"));
}

TEST(ReadMatlab, PowersAreWorkedOutAsFarAsNumbersGo) {
  const auto units = [](const std::string& power) {
    return query_of("layers = [sequenceInputLayer(3)\n lstmLayer(" + power + ")];\n");
  };
  EXPECT_EQ(units("1^64"), meant("framework=matlab&input=3&layers=LSTM(1)"));
  EXPECT_EQ(units("2^10"), meant("framework=matlab&input=3&layers=LSTM(1024)"));
}

TEST(ReadMatlab, AsksForWhatItCannotWorkOut) {
  // https://github.com/Selitskiy/Weather/blob/bad90a0dd71bed41e275a9fb0e2e0e0f4bfbb4b8/GruValLayers2D.m
  const std::string text =
      "sLayers = [\n"
      "    sequenceInputLayer(net.x_in)\n"
      "    gruLayer(net.k_hid1)%, 'OutputMode','last')\n"
      "    fullyConnectedLayer(numel(classes))\n"
      "    regressionLayer\n"
      "];\n";
  const TextReading reading = telling_reading(text);
  ASSERT_EQ(reading.questions.size(), 3U);
  EXPECT_EQ(reading.questions[0].name, "net.x_in");
  EXPECT_EQ(reading.questions[1].name, "net.k_hid1");
  EXPECT_EQ(reading.questions[2].name, "numel(classes)");
  const TextReading answered =
      telling_reading(text, {{"net.x_in", "4"}, {"net.k_hid1", "8"}, {"numel(classes)", "2"}});
  EXPECT_TRUE(answered.questions.empty());
  EXPECT_EQ(canonical_of(answered.query), meant("framework=matlab&input=4&layers=GRU(8), Dense(2)"));
}

TEST(ReadMatlab, TakesAResetGateAsItIsSet) {
  const auto with = [](const std::string& mode) {
    return "layers = [sequenceInputLayer(64), gruLayer(32,'ResetGateMode','" + mode + "','Name','gru')];";
  };
  EXPECT_EQ(total_of(query_of(with("recurrent-bias-after-multiplication"))), "9408");
  EXPECT_EQ(total_of(sound_reading(with("after-multiplication")).query), "9312");
  EXPECT_EQ(total_of(sound_reading(with("before-multiplication")).query), "9312");
}

TEST(ReadMatlab, ReadsWhatWasCopiedWithIt) {
  const std::string meaning = meant("framework=matlab&input=4&layers=LSTM(8), Dropout(0.2), Dense(2)");
  for (
      const std::string text :
      {"layers = [sequenceInputLayer(4); lstmLayer(8); dropoutLayer(0.2); fullyConnectedLayer(2)];",
       "layers=[sequenceInputLayer(4,'Name','in')\r\nlstmLayer(8,'Name','l')\r\ndropoutLayer(0.2)\r\n"
       "fullyConnectedLayer(2,'WeightLearnRateFactor',20)];",
       ">> layers = [ ...\n     sequenceInputLayer(4) ...\n     lstmLayer(8) ... % the state\n     dropoutLayer(0.2)\n "
       "    fullyConnectedLayer(2)]\n",
       "```matlab\nlayers = [\nsequenceInputLayer([4 1 1])\nflattenLayer\nlstmLayer(8)\ndropoutLayer(0.2)\n"
       "fullyConnectedLayer(2)\nregressionLayer];\n```\n",
       "layers(1) = sequenceInputLayer(4);\nlayers(2) = lstmLayer(8);\nlayers(3) = dropoutLayer(0.2);\n"
       "layers(4) = fullyConnectedLayer(2);\n",
       "lgraph = layerGraph();\ntempLayers = [sequenceInputLayer(4,\"Name\",\"sequence\")\n    lstmLayer(8)];\n"
       "lgraph = addLayers(lgraph,tempLayers);\ntempLayers = [dropoutLayer(0.2)\nfullyConnectedLayer(2)];\n"})
    EXPECT_EQ(query_of(text), meaning) << text;
}

TEST(ReadMatlab, PassesOnWhatItDoesNotKnow) {
  const TextReading reading = sound_reading(
      "layers = [sequenceInputLayer(4)\n lstmLayer(8)\n lstmProjectedLayer(100,25,9)\n peepholeLayer(3)];");
  EXPECT_NE(reading.query.find("lstmProjectedLayer("), std::string::npos);
  EXPECT_NE(reading.query.find("peepholeLayer("), std::string::npos);
  EXPECT_EQ(total_of(reading.query), "");
}

TEST(ReadMatlab, CountsTheWordThatStandsForAllOthers) {
  const TextReading reading = sound_reading(
      "layers = [sequenceInputLayer(1)\n wordEmbeddingLayer(50,2000)\n lstmLayer(80,'OutputMode','last')\n"
      " fullyConnectedLayer(3)];");
  EXPECT_TRUE(std::any_of(reading.problems.begin(), reading.problems.end(),
                          [](const TextProblem& problem) { return problem.code == "one_more_word"; }));
  EXPECT_NE(reading.query.find("2001"), std::string::npos) << reading.query;
}

TEST(ReadMatlab, OffersTheSecondOfTwoModels) {
  const TextReading reading = sound_reading(
      "a = [sequenceInputLayer(4)\n lstmLayer(8)];\nb = [sequenceInputLayer(3)\n gruLayer(5)];\n");
  EXPECT_EQ(canonical_of(reading.query), meant("framework=matlab&input=4&layers=LSTM(8)"));
  ASSERT_EQ(reading.choices.size(), 1U);
  EXPECT_EQ(canonical_of(reading.choices[0].query), meant("framework=matlab&input=3&layers=GRU(5)"));
}

TEST(ReadMatlab, LeavesOtherTextsToOthers) {
  for (const std::string text : {"LSTM(32), Dense(1)", "framework=matlab&input=4&layers=lstmLayer(8)",
                                 "import torch", "our lstmLayer is good", ""})
    EXPECT_NE(read_text(text).form, Form::matlab) << text;
}

TEST(ReadMatlab, ReadsOnWhateverComes) {
  for (const std::string text :
       {"layers = [sequenceInputLayer(4)\n lstmLayer(8", "lstmLayer(((((", "lstmLayer()", "lstmLayer('Name')",
        "lstmLayer(8,'Name',)", "lstmLayer(=)", "lstmLayer([])", "lstmLayer(2^99999999)",
        "x = ;\nlstmLayer(x)", "a = b;\nb = a;\nlstmLayer(a+b)", "gruLayer(4)'", "%{ lstmLayer(4)",
        "lstmLayer(4) ...", "lstmLayer(1)))]]"})
    sound_reading(text);
  std::string nested = "lstmLayer(";
  for (int i = 0; i < 20000; ++i) nested += "(1+";
  read_text(nested + "1");
}

// Arrays as they print themselves. 8·100·(12 + 100 + 1) + 9·201; 4·50·(3 + 50 + 1) + 102.
TEST(ReadMatlab, ArraysThatAreShown) {
  const TextReading reading = telling_reading(R"(layers = 

  5x1 Layer array with layers:

     1   ''   Sequence Input          Sequence input with 12 dimensions
     2   ''   BiLSTM                  BiLSTM with 100 hidden units
     3   ''   Fully Connected         9 fully connected layer
     4   ''   Softmax                 softmax
     5   ''   Classification Output   crossentropyex
)");
  EXPECT_EQ(reading.form, Form::matlab);
  EXPECT_EQ(reading.query, "framework=matlab&input=12&layers=Bidirectional(LSTM(100)),Dense(9),Softmax()");
  EXPECT_EQ(total_of(reading.query), "92209");
  EXPECT_TRUE(reading.problems.empty());
  EXPECT_EQ(total_of(sound_reading(R"(ans = 
  4×1 Layer array with layers:

     1   'sequenceinput'   Sequence Input    Sequence input with 3 dimensions
     2   'lstm'            LSTM              LSTM with 50 hidden units
     3   'drop'            Dropout           20% dropout
     4   'fc'              Fully Connected   2 fully connected layer
)")
                         .query),
            "10902");
  // What is said of a convolution's steps counts nothing, to the line's last sign.
  const TextReading padded = sound_reading(
      "layers = \n  2x1 Layer array with layers:\n\n"
      "     1   ''   Sequence Input    Sequence input with 12 dimensions\n"
      "     2   ''   1-D Convolution   16 3 convolutions with stride 1 and padding 0\n");
  for (const TextPiece& piece : padded.pieces) EXPECT_NE(piece.kind, TextPiece::Kind::unknown) << piece.code;
  // What is not known is named, and the rest counted.
  const TextReading other = sound_reading(
      "layers = \n  3x1 Layer array with layers:\n\n"
      "     1   ''   Sequence Input    Sequence input with 3 dimensions\n"
      "     2   ''   Self Attention    Self attention with 2 heads\n"
      "     3   ''   LSTM              LSTM with 50 hidden units\n");
  EXPECT_EQ(total_of(other.query), "") << other.query;
  EXPECT_NE(other.query.find("SelfAttention"), std::string::npos) << other.query;
}

}  // namespace
}  // namespace rnn
