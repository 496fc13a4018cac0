/** Why each framework stores what it stores: one sentence per framework, by the id of its reason. */

/** @type {typeof import("../en/frameworks.js").reasons} */
export const reasons = {
  one_bias: "ज़्यादातर course notes हर gate की हर unit के लिए एक bias रखते हैं: यही formula का + 1 है.",
  keras_bias:
    "Keras हर gate की हर unit के लिए एक bias रखता है, पर reset_after=True वाले GRU में दो, जहाँ reset gate recurrent bias के बाद आता है.",
  cudnn_bias: "PyTorch एक bias input की तरफ़ और एक hidden की तरफ़ रखता है, ताकि cuDNN से मेल बना रहे, जो दोनों रखता है.",
  keras2: "Keras 2.4 से हर gate की हर unit के लिए एक bias है, पर reset_after=True वाले GRU में दो; तब से यही default है.",
  keras1: "Keras 2.3 तक हर gate की हर unit के लिए एक bias है, पर reset_after=True वाले GRU में दो; वह default नहीं है.",
  tf1: "TensorFlow 1 एक ही kernel को input और पिछले output से साथ-साथ गुणा करता है, इसलिए हर gate का एक bias है.",
  cudnn: "cuDNN हर gate के लिए एक input bias और एक recurrent bias रखता है; ये layers उसी के format में weights रखती हैं.",
  onnx: "ONNX का operator input वाले और recurrent biases एक ही tensor B में लेता है, model चाहे किसी भी framework ने लिखा हो.",
  flax_linen:
    "flax.linen दोनों तरफ़ के हिस्से activation से पहले जोड़ता है, इसलिए एक bias काफ़ी है; सिर्फ़ GRU के candidate को दूसरा चाहिए, क्योंकि reset gate उसके दो हिस्सों के बीच आता है.",
  flax_nnx:
    "flax.nnx GRU के recurrent हिस्से को bias के बिना एक ही layer में मिला देता है, candidate का भी (flax issue 5594 में candidate के लिए bias की माँग है).",
  haiku:
    "Haiku हर gate के लिए एक bias रखता है; उसका VanillaRNN दो linear layers से बना है, और हर एक में bias है (double_bias).",
  equinox: "Equinox हर gate के लिए एक bias रखता है; GRU के candidate में bias_n अलग से है, क्योंकि reset gate उससे गुणा होता है.",
  mlx: "MLX हर gate के लिए एक bias रखता है; GRU के candidate में bhn अलग से है, क्योंकि reset gate उससे गुणा होता है.",
  mxnet: "MXNet की layers weights को cuDNN के format में रखती हैं: एक bias input की तरफ़, एक hidden की तरफ़.",
  paddle:
    "PaddlePaddle में दोनों biases हैं, जैसे cuDNN में; bias_ih_attr=False और bias_hh_attr=False से वे शून्य बनकर रहते हैं और train नहीं होते, पर total वही रहता है.",
  matlab: "MATLAB हर gate के लिए एक bias रखता है; GRU में दूसरा सिर्फ़ recurrent-bias-after-multiplication mode में होता है.",
  dl4j: "Deeplearning4j हर gate के लिए एक bias रखता है; peepholes हों तो recurrent weights में तीन columns और जुड़ते हैं.",
  cntk: "CNTK हर gate के लिए एक bias रखता है, सबका एक ही tensor b.",
  coreml: "Core ML हर gate की equation एक bias vector के साथ लिखता है; biases हैं या नहीं, यह model बताता है.",
  burn: "burn हर gate को दो linear layers से बनाता है, और हर एक में bias है.",
  flux: "Flux.jl हर gate के लिए एक bias रखता है; उसका GRUv3 recurrent weights का एक ऐसा हिस्सा भी रखता है जिसे वह कभी इस्तेमाल नहीं करता.",
  tinygrad: "tinygrad का LSTMCell PyTorch के layout में है: एक bias input की तरफ़, एक hidden की तरफ़.",
  tfjs: "TensorFlow.js हर gate की हर unit के लिए एक bias रखता है, GRU में भी: resetAfter: true वाला GRU उसमें है ही नहीं.",
  candle: "candle PyTorch के layout में है: एक bias input की तरफ़, एक hidden की तरफ़.",
  sonnet: "Sonnet दोनों तरफ़ के हिस्से activation से पहले जोड़ता है, इसलिए हर gate के लिए एक bias काफ़ी है: सबका एक ही tensor b.",
  ncnn: "ncnn हर gate के लिए एक bias रखता है; GRU के candidate में एक और है, क्योंकि reset gate उसकी recurrent तरफ़ से गुणा होता है, उस bias समेत.",
  tfa: "TensorFlow Addons की cells Keras के RNN में लगती हैं: उनमें वह सब है जो Keras के LSTM में है, biases भी, और साथ में peepholes या normalizations.",
  lux: "Lux.jl एक bias input की तरफ़ और एक hidden की तरफ़ रखता है; train होने वाली initial state हो, तो उसकी संख्याएँ अलग से जुड़ती हैं.",
  chainer:
    "Chainer का LSTM हर gate के लिए एक bias रखता है; उसके GRU और N-step links (double_bias) gate की हर तरफ़ के लिए एक-एक रखते हैं, जैसे cuDNN.",
  lasagne:
    "Lasagne हर gate के लिए एक bias रखता है; default यह है कि तीन peepholes भी हों. पहले time step से पहले की states भी store होती हैं, पर train वे learn_init=True से ही होती हैं.",
  openvino:
    "OpenVINO हर gate के लिए एक bias लेता है, जो दोनों का जोड़ है; linear_before_reset हो, तो GRU के candidate के दोनों biases अलग रहते हैं.",
  wolfram: "Wolfram Language हर gate के लिए एक bias रखता है, हर एक का अपना array.",
  xlstm: "xLSTM में हर gate का एक bias है; उसका हर head सिर्फ़ अपनी संख्याएँ पढ़ता है.",
};
