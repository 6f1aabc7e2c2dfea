<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>activation_curves</name>
    <message>
        <source>Drag the curve sideways: b. With Shift: w.</source>
        <translation>곡선을 옆으로 끌면 b, Shift와 함께 끌면 w가 바뀝니다.</translation>
    </message>
    <message>
        <source>Drag the end of the tangent: w. The curve turns.</source>
        <translation>접선의 끝을 끌면 곡선이 돌면서 w가 바뀝니다.</translation>
    </message>
    <message>
        <source>Drag line or curve. Wheel: zoom.</source>
        <translation>선이나 곡선을 끌어 보세요. 휠: 확대</translation>
    </message>
    <message>
        <source>Plot of the activation functions</source>
        <translation>활성화 함수 그래프</translation>
    </message>
    <message>
        <source>Where the probe stands</source>
        <translation>값을 읽는 위치</translation>
    </message>
    <message>
        <source>Place of the probe, x</source>
        <translation>값을 읽는 위치 x</translation>
    </message>
    <message>
        <source>Derivatives</source>
        <translation>도함수</translation>
    </message>
    <message>
        <source>Draw the slope h′ of each function as a dashed line (D)</source>
        <translation>각 함수의 기울기(h′)를 점선으로 그립니다 (D)</translation>
    </message>
    <message>
        <source>Flat parts</source>
        <translation>평평한 곳</translation>
    </message>
    <message>
        <source>Shade where the explained function has less than 1 % of its greatest slope, or none (F)</source>
        <translation>설명 중인 함수의 기울기가 최댓값의 1 %보다 작거나 0인 곳을 칠합니다 (F)</translation>
    </message>
    <message>
        <source>Whole view</source>
        <translation>처음 범위로</translation>
    </message>
    <message>
        <source>See x from −6 to 6 again, as a double click in the plot does</source>
        <translation>x를 다시 −6에서 6까지 봅니다. 그래프를 두 번 눌러도 됩니다</translation>
    </message>
    <message>
        <source>show {name}</source>
        <translation>{name} 보이기</translation>
    </message>
    <message>
        <source>hide {name}</source>
        <translation>{name} 숨기기</translation>
    </message>
    <message>
        <source>show derivatives</source>
        <translation>도함수 보이기</translation>
    </message>
    <message>
        <source>hide derivatives</source>
        <translation>도함수 숨기기</translation>
    </message>
    <message>
        <source>shade the flat parts</source>
        <translation>평평한 곳 칠하기</translation>
    </message>
    <message>
        <source>leave the flat parts unshaded</source>
        <translation>평평한 곳 칠하지 않기</translation>
    </message>
    <message>
        <source>choose the signals</source>
        <translation>신호 고르기</translation>
    </message>
    <message>
        <source>move the probe</source>
        <translation>읽는 위치 옮기기</translation>
    </message>
    <message>
        <source>change w</source>
        <translation>w 바꾸기</translation>
    </message>
    <message>
        <source>change b</source>
        <translation>b 바꾸기</translation>
    </message>
    <message>
        <source>change the neuron</source>
        <translation>뉴런 바꾸기</translation>
    </message>
    <message>
        <source>h′ Derivatives</source>
        <translation>h′ 도함수</translation>
    </message>
    <message>
        <source>{hint}
Outputs: {range}
Source: {source}</source>
        <translation>{hint}
출력 범위: {range}
출처: {source}</translation>
    </message>
    <message>
        <source>The output at the probe</source>
        <translation>이 위치의 출력</translation>
    </message>
    <message>
        <source>The slope at the probe</source>
        <translation>이 위치의 기울기</translation>
    </message>
    <message>
        <source>Softmax (x, 0)</source>
        <translation>소프트맥스 (x, 0)</translation>
    </message>
    <message>
        <source>Your own function.</source>
        <translation>직접 쓴 함수입니다.</translation>
    </message>
    <message>
        <source>All or nothing: the perceptron&apos;s function.</source>
        <translation>전부 아니면 전무: 퍼셉트론의 활성화 함수입니다.</translation>
    </message>
    <message>
        <source>A step made smooth: 0 far left, 1 far right.</source>
        <translation>계단을 매끄럽게 만든 함수입니다. 왼쪽 끝은 0, 오른쪽 끝은 1입니다.</translation>
    </message>
    <message>
        <source>Sigmoid stretched from −1 to 1, so that outputs lie around 0.</source>
        <translation>시그모이드를 −1에서 1까지 늘려 출력이 0을 중심으로 놓이게 한 함수입니다.</translation>
    </message>
    <message>
        <source>What is above 0 passes, what is below is cut off.</source>
        <translation>0보다 크면 그대로 통과하고, 0 이하는 잘립니다.</translation>
    </message>
    <message>
        <source>ReLU that lets a hundredth through below 0.</source>
        <translation>0 이하에서도 100분의 1은 흘려보내는 ReLU입니다.</translation>
    </message>
    <message>
        <source>ReLU with its corner rounded. Its slope is sigmoid.</source>
        <translation>모서리를 둥글린 ReLU입니다. 기울기가 시그모이드입니다.</translation>
    </message>
    <message>
        <source>A ReLU that decides softly: x times Φ(x), the share of the normal curve below x.</source>
        <translation>부드럽게 결정하는 ReLU입니다. x에 Φ(x), 곧 정규분포에서 x보다 작은 쪽의 비율을 곱합니다.</translation>
    </message>
    <message>
        <source>What comes in goes out: for the output of a regression.</source>
        <translation>들어온 값이 그대로 나갑니다. 회귀의 출력층에 씁니다.</translation>
    </message>
    <message>
        <source>Softmax works on a whole row of scores and has no curve of its own. Shown is the first of two: softmax(x, 0). It lies exactly on sigmoid.</source>
        <translation>소프트맥스는 점수 한 줄 전체에 작용하므로 자기만의 곡선이 없습니다. 여기에는 두 점수 softmax(x, 0)의 첫째 값을 그립니다. 시그모이드와 정확히 겹칩니다.</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>모든 실수</translation>
    </message>
    <message>
        <source>{low} and more</source>
        <translation>{low} 이상</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} ~ {high}</translation>
    </message>
    <message>
        <source>Slope 0 everywhere: nothing tells a weight which way to go, so it cannot learn by gradients.</source>
        <translation>기울기가 어디서나 0입니다. 가중치를 어느 쪽으로 바꿀지 알 수 없어 기울기로는 학습할 수 없습니다.</translation>
    </message>
    <message>
        <source>Exactly 0 does not fire; anything above does. A jump has no slope; 0 is taken.</source>
        <translation>정확히 0이면 신호를 내지 않고, 0보다 조금이라도 크면 냅니다. 끊긴 곳에는 기울기가 없어 0으로 둡니다.</translation>
    </message>
    <message>
        <source>{share} of an error comes back through here, never more than 25 %: deep stacks learn slowly.</source>
        <translation>이곳에서는 오차의 {share}가 되돌아옵니다. 25%를 넘는 일이 없어, 층이 깊으면 학습이 느립니다.</translation>
    </message>
    <message>
        <source>{share} of an error comes back through here: near 0, up to four times as much as with sigmoid.</source>
        <translation>이곳에서는 오차의 {share}가 되돌아옵니다. 0 근처에서는 시그모이드의 네 배까지 됩니다.</translation>
    </message>
    <message>
        <source>{share} of an error comes back through here. Further out it is less and less.</source>
        <translation>이곳에서는 오차의 {share}가 되돌아옵니다. 0에서 멀어질수록 점점 줄어듭니다.</translation>
    </message>
    <message>
        <source>Saturated: {share} of an error comes back through here, so the weights before it hardly learn.</source>
        <translation>포화 상태: 되돌아오는 오차가 {share}뿐이라, 앞쪽 가중치가 거의 학습하지 못합니다.</translation>
    </message>
    <message>
        <source>Of the scores x and 0, softmax gives the first sigmoid(x): for two classes they are the same.</source>
        <translation>점수가 x와 0이면 소프트맥스의 첫째 값은 sigmoid(x)입니다. 클래스가 둘이면 둘은 같은 함수입니다.</translation>
    </message>
    <message>
        <source>Dead: output 0, slope 0. As long as its sum stays below 0, this unit learns nothing.</source>
        <translation>죽은 상태: 출력도 기울기도 0입니다. 합이 0보다 작은 동안 이 뉴런은 아무것도 배우지 못합니다.</translation>
    </message>
    <message>
        <source>Only {share} of an error comes back, but not nothing: this unit can find its way out again.</source>
        <translation>오차의 {share}만 되돌아오지만 0은 아닙니다. 이 뉴런은 다시 살아날 수 있습니다.</translation>
    </message>
    <message>
        <source>Slope 1: an error comes back whole, through however many layers. Deep networks live on that.</source>
        <translation>기울기 1: 층이 아무리 많아도 오차가 그대로 되돌아옵니다. 깊은 신경망이 학습되는 까닭입니다.</translation>
    </message>
    <message>
        <source>A corner has no slope. The one on its left is taken; exactly 0 hardly ever happens.</source>
        <translation>꺾인 점에는 기울기가 없어 왼쪽 기울기를 씁니다. 정확히 0이 되는 일은 거의 없습니다.</translation>
    </message>
    <message>
        <source>{share} of an error comes back through here: the slope of softplus is sigmoid, never quite 0.</source>
        <translation>이곳에서는 오차의 {share}가 되돌아옵니다. 소프트플러스의 기울기는 시그모이드라 0이 되지 않습니다.</translation>
    </message>
    <message>
        <source>Nearly silent: output and slope are close to 0, as with ReLU below 0.</source>
        <translation>거의 잠든 상태: 0 이하의 ReLU처럼 출력과 기울기가 모두 0에 가깝습니다.</translation>
    </message>
    <message>
        <source>Here the curve falls: a larger sum makes the output smaller, unlike any ReLU.</source>
        <translation>여기서는 곡선이 내려갑니다. 합이 커지면 출력이 작아지며, ReLU에는 없는 일입니다.</translation>
    </message>
    <message>
        <source>It bends where ReLU has its corner: {share} of an error comes back here.</source>
        <translation>ReLU가 꺾이는 곳에서 부드럽게 휩니다. 이곳에서는 오차의 {share}가 되돌아옵니다.</translation>
    </message>
    <message>
        <source>From here on it is nearly ReLU: {share} of an error comes back.</source>
        <translation>여기서부터는 거의 ReLU입니다. 오차의 {share}가 되돌아옵니다.</translation>
    </message>
    <message>
        <source>Slope 1 everywhere. But layers that bend nothing are, all together, no more than a single one.</source>
        <translation>기울기가 어디서나 1입니다. 하지만 선형 층은 아무리 쌓아도 층 하나와 같습니다.</translation>
    </message>
    <message>
        <source>{share} of an error comes back through here.</source>
        <translation>이곳에서는 오차의 {share}가 되돌아옵니다.</translation>
    </message>
    <message>
        <source>Slope 0: here nothing of an error comes back, and nothing is learned.</source>
        <translation>기울기가 0이라 오차가 되돌아오지 않고, 아무것도 배우지 못합니다.</translation>
    </message>
    <message>
        <source>There is a value here, but no slope to learn by.</source>
        <translation>이곳에는 값은 있지만 학습에 쓸 기울기가 없습니다.</translation>
    </message>
    <message>
        <source>No value here: a network whose sums come to this place gives nan.</source>
        <translation>여기에는 값이 없습니다. 합이 이곳에 오면 신경망의 출력은 nan이 됩니다.</translation>
    </message>
    <message>
        <source>less than 0.1 %</source>
        <translation>0.1%도 안 되는 정도</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}%</translation>
    </message>
    <message>
        <source>no value here</source>
        <translation>여기에는 값이 없습니다</translation>
    </message>
    <message>
        <source>Tick a function to see its curve.</source>
        <translation>함수를 선택하면 곡선이 나타납니다.</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>곡선</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>층 쌓기</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>수 맞히기</translation>
    </message>
    <message>
        <source>One of two</source>
        <translation>둘 중 하나</translation>
    </message>
    <message>
        <source>One of many</source>
        <translation>여럿 중 하나</translation>
    </message>
    <message>
        <source>Regression: the answer is a number, of any size</source>
        <translation>회귀: 답은 크기에 제한이 없는 수입니다</translation>
    </message>
    <message>
        <source>Two classes: the answer is yes or no</source>
        <translation>2클래스 분류: 답은 예 또는 아니요입니다</translation>
    </message>
    <message>
        <source>Many classes: the answer is one of them</source>
        <translation>다중 클래스 분류: 답은 여러 클래스 중 하나입니다</translation>
    </message>
    <message>
        <source>Regression: how warm will it be tomorrow, in °C?</source>
        <translation>회귀: 내일 기온은 몇 °C일까요?</translation>
    </message>
    <message>
        <source>Two classes: is there a cat in the picture, or a dog?</source>
        <translation>2클래스 분류: 사진 속 동물은 고양이일까요, 개일까요?</translation>
    </message>
    <message>
        <source>Many classes: which digit is it?</source>
        <translation>다중 클래스 분류: 어느 숫자일까요?</translation>
    </message>
    <message>
        <source>Morning</source>
        <translation>아침</translation>
    </message>
    <message>
        <source>Noon</source>
        <translation>낮</translation>
    </message>
    <message>
        <source>Evening</source>
        <translation>저녁</translation>
    </message>
    <message>
        <source>Cat</source>
        <translation>고양이</translation>
    </message>
    <message>
        <source>Dog</source>
        <translation>개</translation>
    </message>
    <message>
        <source>{score} °C stays {score} °C: any number can come out.</source>
        <translation>{score} °C는 그대로 {score} °C입니다. 어떤 수든 나올 수 있습니다.</translation>
    </message>
    <message>
        <source>{score} °C becomes {value}. Nothing above 1 can ever come out.</source>
        <translation>{score} °C → {value}. 1보다 큰 수는 나올 수 없습니다.</translation>
    </message>
    <message>
        <source>Temperatures become shares of 1: {name} {value}. Were it warmer then, it would have to be colder at the other times.</source>
        <translation>기온이 1을 나눈 몫이 됩니다({name} {value}). 이때 더 따뜻하려면 다른 때는 더 추워야 합니다.</translation>
    </message>
    <message>
        <source>The score {score} is no probability: how sure would that be?</source>
        <translation>점수({score})는 확률이 아닙니다. 얼마나 확신하는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>One number is enough: {cat} for the cat leaves 1 − {cat} = {dog} for the dog.</source>
        <translation>수 하나면 충분합니다. 고양이가 {cat}이면 개는 나머지 1 − {cat} = {dog}입니다.</translation>
    </message>
    <message>
        <source>softmax({score}, 0) = {cat} is sigmoid({score}) = {other} (difference {gap}), with one output more.</source>
        <translation>softmax({score}, 0) = {cat}, sigmoid({score}) = {other}: 같은 값이며(차이 {gap}) 출력만 하나 더 씁니다.</translation>
    </message>
    <message>
        <source>{name} has the largest score, {score}: enough to choose, but not to say how sure.</source>
        <translation>숫자 {name}의 점수가 {score}로 가장 큽니다. 고를 수는 있지만 얼마나 확신하는지는 말하지 못합니다.</translation>
    </message>
    <message>
        <source>The ten sum to {sum}, so they are no shares: each digit is judged as if it were alone.</source>
        <translation>열 개의 합이 {sum}이므로 몫이 아닙니다. 숫자마다 따로따로 판단한 값입니다.</translation>
    </message>
    <message>
        <source>Shares that sum to {sum}: {name} has {value} of all belief.</source>
        <translation>합이 {sum}인 몫입니다. 그중 숫자 {name}의 몫이 {value}입니다.</translation>
    </message>
    <message>
        <source>✓ fits</source>
        <translation>✓ 맞음</translation>
    </message>
    <message>
        <source>= the same</source>
        <translation>= 같음</translation>
    </message>
    <message>
        <source>✕ does not fit</source>
        <translation>✕ 맞지 않음</translation>
    </message>
    <message>
        <source>One-hot says {first} and nothing else. Softmax says how sure: {first} ({p}), then {second} ({q}).</source>
        <translation>원-핫의 답은 ‘{first}’뿐입니다. 소프트맥스는 얼마나 확신하는지도 보여 줍니다: {first} ({p}), 다음은 {second} ({q}).</translation>
    </message>
    <message>
        <source>The lead is only {lead}, and one-hot does not show it.</source>
        <translation>차이는 {lead}뿐인데 원-핫에는 보이지 않습니다.</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>소프트맥스</translation>
    </message>
    <message>
        <source>Output layer</source>
        <translation>출력층</translation>
    </message>
    <message>
        <source>With w = 0 nothing depends on x: both are level lines.</source>
        <translation>w = 0이면 x와 상관없이 둘 다 수평선입니다.</translation>
    </message>
    <message>
        <source>Area between them {area}. They differ by more than {limit} on a width of {width}.</source>
        <translation>두 곡선 사이의 넓이는 {area}이고, {limit} 넘게 차이 나는 폭은 {width}입니다.</translation>
    </message>
    <message>
        <source>Step and sigmoid</source>
        <translation>계단 함수와 시그모이드</translation>
    </message>
    <message>
        <source>make it steep: w = 12</source>
        <translation>가파르게: w = 12</translation>
    </message>
    <message>
        <source>They share this. Point here to see it in the plot.</source>
        <translation>두 함수의 공통점입니다. 가리키면 그래프에 표시됩니다.</translation>
    </message>
    <message>
        <source>Here they differ. Point here to see it in the plot.</source>
        <translation>두 함수의 차이점입니다. 가리키면 그래프에 표시됩니다.</translation>
    </message>
    <message>
        <source>Gradients through depth</source>
        <translation>층을 지난 기울기</translation>
    </message>
    <message>
        <source>Scale of the weights</source>
        <translation>가중치의 크기</translation>
    </message>
    <message>
        <source>Roll again</source>
        <translation>다시 뽑기</translation>
    </message>
    <message>
        <source>Other random weights and examples</source>
        <translation>가중치와 입력을 다시 무작위로 뽑습니다</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>깊이</translation>
    </message>
    <message>
        <source>Layers, from 1 to 50</source>
        <translation>층 수, 1에서 50까지</translation>
    </message>
    <message>
        <source>Plot of the gradients. Left and right point at a layer.</source>
        <translation>기울기 그래프. 왼쪽·오른쪽 화살표로 층을 가리킵니다.</translation>
    </message>
    <message>
        <source>layers that the gradient has gone back through</source>
        <translation>기울기가 거슬러 지나온 층 수</translation>
    </message>
    <message>
        <source>Gradients through depth, in numbers</source>
        <translation>층을 지난 기울기의 수치</translation>
    </message>
    <message>
        <source>Layer {layer} of {depth}</source>
        <translation>{depth}층 중 {layer}층</translation>
    </message>
    <message>
        <source>Depth {depth}</source>
        <translation>깊이 {depth}층</translation>
    </message>
    <message>
        <source>∅ is 0</source>
        <translation>∅ 0이 됨</translation>
    </message>
    <message>
        <source>▼ vanishes</source>
        <translation>▼ 소실</translation>
    </message>
    <message>
        <source>↘ fades</source>
        <translation>↘ 작아짐</translation>
    </message>
    <message>
        <source>● lives</source>
        <translation>● 살아남음</translation>
    </message>
    <message>
        <source>↗ grows</source>
        <translation>↗ 커짐</translation>
    </message>
    <message>
        <source>▲ explodes</source>
        <translation>▲ 폭발</translation>
    </message>
    <message>
        <source>✕ no number</source>
        <translation>✕ 수가 아님</translation>
    </message>
    <message>
        <source>Weights: Xavier</source>
        <translation>가중치: Xavier</translation>
    </message>
    <message>
        <source>Weights: He</source>
        <translation>가중치: He</translation>
    </message>
    <message>
        <source>Weights: 0.01</source>
        <translation>가중치: 0.01</translation>
    </message>
    <message>
        <source>Weights: 1</source>
        <translation>가중치: 1</translation>
    </message>
    <message>
        <source>Xavier: σ = √(1/n) = {s}, made for sigmoid and tanh.</source>
        <translation>Xavier: σ = √(1/n) = {s}. 시그모이드와 tanh에 맞춘 초깃값입니다.</translation>
    </message>
    <message>
        <source>He: σ = √(2/n) = {s}, made for ReLU.</source>
        <translation>He: σ = √(2/n) = {s}. ReLU에 맞춘 초깃값입니다.</translation>
    </message>
    <message>
        <source>All weights near 0: σ = {s}.</source>
        <translation>모든 가중치가 0에 가깝습니다: σ = {s}.</translation>
    </message>
    <message>
        <source>Large weights: σ = {s}.</source>
        <translation>큰 가중치: σ = {s}.</translation>
    </message>
    <message>
        <source>{units} units in every layer, {examples} examples, no biases</source>
        <translation>층마다 유닛 {units}개, 입력 {examples}개, 편향 없음</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>× here</source>
        <translation>이 층에서 ×</translation>
    </message>
    <message>
        <source>size of h′</source>
        <translation>h′의 크기</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>죽음</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>포화</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>신호</translation>
    </message>
    <message>
        <source>left over</source>
        <translation>남은 크기</translation>
    </message>
    <message>
        <source>× a layer</source>
        <translation>층마다 ×</translation>
    </message>
    <message>
        <source>&lt; 1e−6</source>
        <translation>&lt; 1e−6</translation>
    </message>
    <message>
        <source>Size of the gradient that has gone back through this layer</source>
        <translation>이 층을 거슬러 지나온 기울기의 크기</translation>
    </message>
    <message>
        <source>What this layer multiplied the gradient by</source>
        <translation>이 층이 기울기에 곱한 값</translation>
    </message>
    <message>
        <source>Root mean square of h′ in this layer; times the spread of the weights, σ·√n, it is about what the gradient is multiplied by</source>
        <translation>이 층에서 h′의 제곱평균제곱근. 여기에 가중치의 퍼짐 σ·√n을 곱하면 기울기에 곱해지는 값과 비슷합니다</translation>
    </message>
    <message>
        <source>Share of this layer&apos;s units whose slope is 0 for every example</source>
        <translation>이 층에서 모든 입력에 대해 기울기가 0인 유닛의 비율</translation>
    </message>
    <message>
        <source>Share of this layer&apos;s sums whose slope is below 1 % of the greatest</source>
        <translation>이 층에서 기울기가 최댓값의 1 %보다 작은 합의 비율</translation>
    </message>
    <message>
        <source>Size of what comes out of this layer on the way forward</source>
        <translation>순전파에서 이 층이 내보내는 신호의 크기</translation>
    </message>
    <message>
        <source>Size of the gradient that is left before the first layer</source>
        <translation>첫 층 앞까지 왔을 때 남은 기울기의 크기</translation>
    </message>
    <message>
        <source>What each layer multiplies the gradient by, on average</source>
        <translation>층마다 기울기에 곱해지는 값(평균)</translation>
    </message>
    <message>
        <source>After how many layers the gradient is below one millionth</source>
        <translation>몇 층을 지나면 기울기가 백만분의 1보다 작아지는지</translation>
    </message>
    <message>
        <source>Share of all units whose slope is 0 for every example: they learn no more</source>
        <translation>모든 입력에서 기울기가 0인 유닛의 비율: 더는 배우지 못합니다</translation>
    </message>
    <message>
        <source>Share of all sums whose slope is below 1 % of the greatest</source>
        <translation>기울기가 최댓값의 1 %보다 작은 합의 비율</translation>
    </message>
    <message>
        <source>What becomes of the gradient</source>
        <translation>기울기가 어떻게 되는지</translation>
    </message>
    <message>
        <source>after {layers}</source>
        <translation>{layers}층 뒤</translation>
    </message>
    <message>
        <source>never</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>{name}, layer {layer}: size of h′ {slope} × spread of the weights {spread} = {product}; the gradient was multiplied by {factor} and is {gradient}.</source>
        <translation>{name}, {layer}층: h′의 크기 {slope} × 가중치의 퍼짐 {spread} = {product}. 실제로 곱해진 값은 {factor}, 기울기는 {gradient}입니다.</translation>
    </message>
    <message>
        <source>{name}: {left} of the gradient is left, {factor} a layer.</source>
        <translation>{name}: 처음의 {left}배가 남습니다. 층마다 {factor}배입니다.</translation>
    </message>
    <message>
        <source>Tick a function to send a gradient back through it.</source>
        <translation>함수를 고르면 기울기를 거슬러 보냅니다.</translation>
    </message>
    <message>
        <source>Of {name}, {share} of the units are dead.</source>
        <translation>{name} 유닛의 {share}는 죽어 있습니다.</translation>
    </message>
    <message>
        <source>{name} has the slope {most} wherever signals land: nothing gets through it.</source>
        <translation>{name}의 기울기는 신호가 닿는 곳마다 {most}입니다. 아무것도 지나가지 못합니다.</translation>
    </message>
    <message>
        <source>The slope of {name} is at most {most}. Times the weights, layer after layer, less than one millionth is left after {layers} layers.</source>
        <translation>{name}의 기울기는 가장 커도 {most}입니다. 층마다 가중치와 함께 곱하면 {layers}층 만에 백만분의 1도 남지 않습니다.</translation>
    </message>
    <message>
        <source>The slope of {name} is at most {most}; {left} of the gradient is left. Make it deeper.</source>
        <translation>{name}의 기울기는 가장 커도 {most}이고, 처음의 {left}배가 남습니다. 더 깊게 해 보세요.</translation>
    </message>
    <message>
        <source>Through {name} it grows beyond all floats, at layer {layers} from the end.</source>
        <translation>{name}에서는 끝에서 {layers}번째 층에서 실수로 나타낼 수 없을 만큼 커집니다.</translation>
    </message>
    <message>
        <source>{name} multiplies the gradient by {factor} at every layer: at the first it is {left}.</source>
        <translation>{name}에서는 층마다 기울기가 {factor}배가 되어, 첫 층에서는 {left}입니다.</translation>
    </message>
    <message>
        <source>{names}: some sums land where there is no value; that is nan, and all that follows is nan, too.</source>
        <translation>{names}: 값이 없는 곳에 떨어진 합이 nan이 되고, 그 뒤로는 모두 nan입니다.</translation>
    </message>
    <message>
        <source>It gets through {names}.</source>
        <translation>{names}에서는 살아남습니다.</translation>
    </message>
    <message>
        <source>add {function}</source>
        <translation>{function} 추가</translation>
    </message>
    <message>
        <source>change {function}</source>
        <translation>{function} 고치기</translation>
    </message>
    <message>
        <source>remove {function}</source>
        <translation>{function} 지우기</translation>
    </message>
    <message>
        <source>Your own ({count})</source>
        <translation>내 함수({count})</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보이기</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>고치기</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>your own, such as x * tanh(x)</source>
        <translation>나만의 함수, 예: x * tanh(x)</translation>
    </message>
    <message>
        <source>A function of your own, h(x)</source>
        <translation>나만의 함수 h(x)</translation>
    </message>
    <message>
        <source>What the typed function looks like</source>
        <translation>입력한 함수의 그래프</translation>
    </message>
    <message>
        <source>Take one up again, to change or remove it</source>
        <translation>하나를 다시 불러와 고치거나 지웁니다</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>예시</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Example {name}: {text}</source>
        <translation>예시 {name}: {text}</translation>
    </message>
    <message>
        <source>This is one of yours already: Enter shows its curve.</source>
        <translation>이미 있는 내 함수입니다. Enter를 누르면 곡선을 보입니다.</translation>
    </message>
    <message>
        <source>There are {count} of your own, as many as fit: remove one before you add another.</source>
        <translation>내 함수가 이미 {count}개로 가득 찼습니다. 하나를 지운 뒤 추가하세요.</translation>
    </message>
    <message>
        <source>It has no value anywhere from −{reach} to {reach}: there is nothing to draw.</source>
        <translation>−{reach}부터 {reach}까지 값이 하나도 없어 그릴 것이 없습니다.</translation>
    </message>
    <message>
        <source>It has no value for some x, for example {x}: there the curve has a gap.</source>
        <translation>값이 없는 x가 있습니다(예: {x}). 그곳에서 곡선이 끊깁니다.</translation>
    </message>
    <message>
        <source>Enter adds it. The dashed line is its slope, h′.</source>
        <translation>Enter를 누르면 추가됩니다. 점선은 기울기 h′입니다.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Copy or save what is shown</source>
        <translation>보이는 것을 복사하거나 저장합니다</translation>
    </message>
    <message>
        <source>Copy as NumPy</source>
        <translation>NumPy 코드로 복사</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>그림 복사</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>그림 저장…</translation>
    </message>
    <message>
        <source>Save numbers (CSV)…</source>
        <translation>숫자 저장(CSV)…</translation>
    </message>
    <message>
        <source>Copied as NumPy.</source>
        <translation>NumPy 코드로 복사했습니다.</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>그림을 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>그림 ({patterns})</translation>
    </message>
    <message>
        <source>Save as a picture</source>
        <translation>그림으로 저장</translation>
    </message>
    <message>
        <source>Tables ({patterns})</source>
        <translation>표 ({patterns})</translation>
    </message>
    <message>
        <source>Save the numbers</source>
        <translation>숫자 저장</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>{file} 파일로 저장했습니다.</translation>
    </message>
    <message>
        <source>{sums} on {name}</source>
        <translation>{sums} → {name}</translation>
    </message>
    <message>
        <source>{examples} × {units} sums</source>
        <translation>합 {examples} × {units}개</translation>
    </message>
    <message>
        <source>saturated on the left</source>
        <translation>왼쪽 포화</translation>
    </message>
    <message>
        <source>Left of the steepest place, with less than 1 % of its slope</source>
        <translation>가장 가파른 곳의 왼쪽에서, 기울기가 최댓값의 1 %보다 작은 합의 비율</translation>
    </message>
    <message>
        <source>saturated on the right</source>
        <translation>오른쪽 포화</translation>
    </message>
    <message>
        <source>Right of the steepest place, with less than 1 % of its slope</source>
        <translation>가장 가파른 곳의 오른쪽에서, 기울기가 최댓값의 1 %보다 작은 합의 비율</translation>
    </message>
    <message>
        <source>of these with slope 0</source>
        <translation>그중 기울기 0</translation>
    </message>
    <message>
        <source>The slope there is exactly 0: nothing comes back</source>
        <translation>기울기가 정확히 0이라 아무것도 되돌아오지 않습니다</translation>
    </message>
    <message>
        <source>without a value</source>
        <translation>값이 없음</translation>
    </message>
    <message>
        <source>The function has no value or no slope there: nan</source>
        <translation>이곳에서는 함수의 값이나 기울기가 없습니다(nan).</translation>
    </message>
    <message>
        <source>dead units in this batch</source>
        <translation>이 배치에서 죽은 뉴런</translation>
    </message>
    <message>
        <source>Units whose slope is 0 for every image of the batch</source>
        <translation>배치의 모든 이미지에서 기울기가 0인 뉴런의 수</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>{sums} ({units} units)</source>
        <translation>{sums} (뉴런 {units}개)</translation>
    </message>
    <message>
        <source>{sums} (not in this network)</source>
        <translation>{sums} (이 신경망에 없음)</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>신호</translation>
    </message>
    <message>
        <source>Behind the curves: where the sums a = x·W + b of the present batch lie</source>
        <translation>곡선 뒤에 지금 배치의 합 a = x·W + b가 놓이는 자리를 그립니다</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Set w and b of all layers at once</source>
        <translation>모든 층의 w와 b를 한꺼번에 정합니다</translation>
    </message>
    <message>
        <source>Layer {layer}: w = {w}, b = {b}. Click to set them.</source>
        <translation>{layer}층: w = {w}, b = {b}. 누르면 이 층만 바꿉니다.</translation>
    </message>
    <message>
        <source>Stacked layers</source>
        <translation>층 쌓기</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>층 쌓기</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>stack layers of {name}</source>
        <translation>{name} 층 쌓기</translation>
    </message>
    <message>
        <source>set the number of layers</source>
        <translation>층 수 정하기</translation>
    </message>
    <message>
        <source>set w of the layers</source>
        <translation>층의 w 정하기</translation>
    </message>
    <message>
        <source>set b of the layers</source>
        <translation>층의 b 정하기</translation>
    </message>
    <message>
        <source>choose w and b at random</source>
        <translation>w와 b를 무작위로 고르기</translation>
    </message>
    <message>
        <source>set the depth</source>
        <translation>깊이 정하기</translation>
    </message>
    <message>
        <source>choose the scale of the weights</source>
        <translation>가중치 크기 고르기</translation>
    </message>
    <message>
        <source>roll other weights</source>
        <translation>가중치 다시 뽑기</translation>
    </message>
    <message>
        <source>gap {gap}</source>
        <translation>차이 {gap}</translation>
    </message>
    <message>
        <source>{count} × {name}</source>
        <translation>{name} {count}층</translation>
    </message>
    <message>
        <source>without h: {line}</source>
        <translation>h가 없다면: {line}</translation>
    </message>
    <message>
        <source>Without h: {line}</source>
        <translation>h가 없다면: {line}</translation>
    </message>
    <message>
        <source>{letter} of layer {layer}</source>
        <translation>{layer}층의 {letter}</translation>
    </message>
    <message>
        <source>{letter} of all layers. They differ; this is their mean.</source>
        <translation>모든 층의 {letter}. 층마다 달라서 평균을 보입니다.</translation>
    </message>
    <message>
        <source>{letter} of all layers</source>
        <translation>모든 층의 {letter}</translation>
    </message>
    <message>
        <source>mean {letter}</source>
        <translation>평균 {letter}</translation>
    </message>
    <message>
        <source>Take a straight h: can any weights make curve and line part?</source>
        <translation>선형 h를 고르세요. 어떤 가중치로든 곡선과 직선을 갈라놓을 수 있을까요?</translation>
    </message>
    <message>
        <source>Function h of all layers</source>
        <translation>모든 층의 함수 h</translation>
    </message>
    <message>
        <source>Layer count</source>
        <translation>층 수</translation>
    </message>
    <message>
        <source>Number of layers</source>
        <translation>층의 수</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>무작위</translation>
    </message>
    <message>
        <source>Other weights and biases for every layer</source>
        <translation>모든 층의 가중치와 편향을 무작위로 바꿉니다</translation>
    </message>
    <message>
        <source>Layers: which one w and b are for</source>
        <translation>층: w와 b를 어느 층에 쓸지</translation>
    </message>
    <message>
        <source>Plot of the stacked layers, with a probe</source>
        <translation>쌓은 층의 그래프와 읽는 위치</translation>
    </message>
    <message>
        <source>Slope: {sum}</source>
        <translation>기울기: {sum}</translation>
    </message>
    <message>
        <source>At x = 0: {sum}</source>
        <translation>x = 0에서: {sum}</translation>
    </message>
    <message>
        <source>h(a) = {slope}·a + {intercept} goes into every w and b.</source>
        <translation>모든 w와 b에 h(a) = {slope}·a + {intercept} 식이 들어갑니다.</translation>
    </message>
    <message>
        <source>Greatest gap: 0</source>
        <translation>가장 큰 차이: 0</translation>
    </message>
    <message>
        <source>Greatest gap: none to be seen</source>
        <translation>가장 큰 차이: 볼 수 없음</translation>
    </message>
    <message>
        <source>Greatest gap: {gap} at x = {x}</source>
        <translation>가장 큰 차이: x = {x}에서 {gap}</translation>
    </message>
    <message>
        <source>{gap}: no more than what rounding to 16 digits makes of it.</source>
        <translation>{gap}: 16자리로 반올림하면서 생기는 오차일 뿐입니다.</translation>
    </message>
    <message>
        <source>Nothing that is a number comes out: try smaller weights.</source>
        <translation>수라고 할 만한 것이 나오지 않습니다. 가중치를 줄여 보세요.</translation>
    </message>
    <message>
        <source>Caught: they lie on each other. From x = {low} to {high} every sum falls where {name} is straight itself. Move b until one meets its bend.</source>
        <translation>겹쳤습니다. x = {low}에서 {high}까지 모든 합이 {name} 그래프의 곧은 부분에 떨어집니다. 꺾이는 곳에 닿을 때까지 b를 옮겨 보세요.</translation>
    </message>
    <message>
        <source>They part, but nothing of x is left: {y} comes out whatever goes in. Try other signs.</source>
        <translation>갈라지지만 x가 남지 않았습니다. 무엇을 넣어도 나오는 값은 {y}입니다. 부호를 바꾸어 보세요.</translation>
    </message>
    <message>
        <source>The line is steeper than the largest float: try smaller weights.</source>
        <translation>직선이 실수로 나타낼 수 있는 것보다 가파릅니다. 가중치를 줄여 보세요.</translation>
    </message>
    <message>
        <source>The numbers became too large to be told from rounding.</source>
        <translation>수가 너무 커서 반올림 오차와 구별할 수 없습니다.</translation>
    </message>
    <message>
        <source>One layer of a straight h is the line {line}. Put more layers on it.</source>
        <translation>선형 h 한 층은 직선 {line}입니다. 층을 더 쌓아 보세요.</translation>
    </message>
    <message>
        <source>{count} layers, and still one line: {line}. You have tried {tried} settings, and none made the two part. Depth is worth nothing without a bend: choose another h.</source>
        <translation>{count}층인데도 직선 하나입니다: {line}. 지금까지 {tried}가지를 해 보았지만 한 번도 갈라지지 않았습니다. 비선형이 아니면 층을 깊게 쌓아도 이점이 없습니다. 다른 h를 골라 보세요.</translation>
    </message>
    <message>
        <source>{count} layers do no more than one: {line}. Can you make the two part, with any w and b?</source>
        <translation>{count}층이 한 층과 다르지 않습니다: {line}. 어떤 w와 b로든 둘을 갈라놓을 수 있나요?</translation>
    </message>
    <message>
        <source>They part by {gap}. {name} jumps, and no line does that.</source>
        <translation>{gap}만큼 갈라집니다. {name}: 값이 뛰어오르는 곳이 있습니다. 직선은 그러지 못합니다.</translation>
    </message>
    <message>
        <source>They part by {gap}. The slope of the curve goes from {low} to {high}, while a line has one slope: no single layer without h can do this.</source>
        <translation>{gap}만큼 갈라집니다. 곡선의 기울기는 {low}에서 {high}까지 변하지만 직선의 기울기는 하나뿐입니다. h 없는 층 하나로는 만들 수 없습니다.</translation>
    </message>
    <message>
        <source>Weight w: how steep all shown curves are</source>
        <translation>가중치 w: 표시된 모든 곡선의 가파르기</translation>
    </message>
    <message>
        <source>Bias b: how far to the side all shown curves are</source>
        <translation>편향 b: 표시된 모든 곡선의 좌우 위치</translation>
    </message>
    <message>
        <source>Every shown curve is drawn as this neuron gives it</source>
        <translation>표시된 모든 곡선을 이 뉴런의 출력으로 그립니다</translation>
    </message>
    <message>
        <source>w = 1, b = 0</source>
        <translation>w = 1, b = 0</translation>
    </message>
    <message>
        <source>Back to the curves as they are</source>
        <translation>원래 곡선으로 되돌립니다</translation>
    </message>
    <message>
        <source>for every curve</source>
        <translation>모든 곡선에</translation>
    </message>
    <message>
        <source>one-hot</source>
        <translation>원-핫</translation>
    </message>
    <message>
        <source>Scores of this image</source>
        <translation>이 이미지의 점수</translation>
    </message>
    <message>
        <source>What the network has just given the chosen image</source>
        <translation>지금 고른 이미지에 신경망이 준 점수입니다</translation>
    </message>
    <message>
        <source>Scores: arrows change one, digits type it</source>
        <translation>점수: 화살표로 바꾸고, 숫자 키로 써넣습니다</translation>
    </message>
    <message>
        <source>score a</source>
        <translation>점수 a</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>choose the task: {name}</source>
        <translation>문제 고르기: {name}</translation>
    </message>
    <message>
        <source>change the score of {name}</source>
        <translation>점수 바꾸기: {name}</translation>
    </message>
    <message>
        <source>take the scores of this image</source>
        <translation>이 이미지의 점수 가져오기</translation>
    </message>
    <message>
        <source>output layer</source>
        <translation>출력층</translation>
    </message>
    <message>
        <source>{count} classes</source>
        <translation>클래스 {count}개</translation>
    </message>
    <message>
        <source>Break it</source>
        <translation>고장 내기</translation>
    </message>
    <message>
        <source>Take the scores of the book: 1010, 1000 and 990</source>
        <translation>책에 나오는 점수 1010, 1000, 990을 넣습니다</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>고치기</translation>
    </message>
    <message>
        <source>Take the largest score away from all: C = −max a</source>
        <translation>모든 점수에서 최댓값을 뺍니다: C = −max a</translation>
    </message>
    <message>
        <source>Add a class</source>
        <translation>클래스 추가</translation>
    </message>
    <message>
        <source>Remove the last class. The Delete key removes the chosen one</source>
        <translation>마지막 클래스를 뺍니다. 고른 클래스는 Delete 키로 뺍니다</translation>
    </message>
    <message>
        <source>Reckon everything in {dtype}</source>
        <translation>모든 계산을 {dtype} 형식으로 합니다</translation>
    </message>
    <message>
        <source>Constant C that is added to every score</source>
        <translation>모든 점수에 더하는 상수 C</translation>
    </message>
    <message>
        <source>Constant C, as a number</source>
        <translation>상수 C의 값</translation>
    </message>
    <message>
        <source>Temperature T that divides every score</source>
        <translation>모든 점수를 나누는 온도 T</translation>
    </message>
    <message>
        <source>Temperature T, as a number</source>
        <translation>온도 T의 값</translation>
    </message>
    <message>
        <source>Leave softmax out</source>
        <translation>소프트맥스 생략</translation>
    </message>
    <message>
        <source>To find the class only, as a network does when it is used</source>
        <translation>추론할 때처럼 클래스만 찾습니다</translation>
    </message>
    <message>
        <source>The formula as it is printed</source>
        <translation>식을 적힌 그대로 계산하면</translation>
    </message>
    <message>
        <source>The safe one: first the largest score is taken from all</source>
        <translation>안전한 식: 먼저 모든 점수에서 최댓값을 뺍니다</translation>
    </message>
    <message>
        <source>Go to the edge</source>
        <translation>한계까지 가기</translation>
    </message>
    <message>
        <source>Raise the largest score as far as the printed formula survives</source>
        <translation>적힌 그대로의 식이 견디는 데까지 가장 큰 점수를 올립니다</translation>
    </message>
    <message>
        <source>One step beyond</source>
        <translation>한 걸음 더</translation>
    </message>
    <message>
        <source>The next number that this float type has: there it breaks</source>
        <translation>이 형식의 바로 다음 수입니다. 여기서 고장 납니다</translation>
    </message>
    <message>
        <source>Scores: arrows change one, digits type it, Delete removes it</source>
        <translation>점수: 화살표로 바꾸고, 숫자 키로 써넣고, Delete로 뺍니다</translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation>확률</translation>
    </message>
    <message>
        <source>reckon in {dtype}</source>
        <translation>{dtype} 형식으로 계산하기</translation>
    </message>
    <message>
        <source>change the score of class {k}</source>
        <translation>클래스 {k}의 점수 바꾸기</translation>
    </message>
    <message>
        <source>add a class</source>
        <translation>클래스 추가</translation>
    </message>
    <message>
        <source>remove a class</source>
        <translation>클래스 빼기</translation>
    </message>
    <message>
        <source>break softmax</source>
        <translation>소프트맥스 고장 내기</translation>
    </message>
    <message>
        <source>repair softmax</source>
        <translation>소프트맥스 고치기</translation>
    </message>
    <message>
        <source>go to the edge</source>
        <translation>한계까지 가기</translation>
    </message>
    <message>
        <source>go beyond the edge</source>
        <translation>한계 넘기</translation>
    </message>
    <message>
        <source>add a constant</source>
        <translation>상수 더하기</translation>
    </message>
    <message>
        <source>change the temperature</source>
        <translation>온도 바꾸기</translation>
    </message>
    <message>
        <source>leave softmax out</source>
        <translation>소프트맥스 생략</translation>
    </message>
    <message>
        <source>put softmax back</source>
        <translation>소프트맥스 되돌리기</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>소프트맥스</translation>
    </message>
    <message>
        <source>place</source>
        <translation>순위</translation>
    </message>
    <message>
        <source>the class</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>as printed</source>
        <translation>적힌 그대로</translation>
    </message>
    <message>
        <source>safe</source>
        <translation>안전한 식</translation>
    </message>
    <message>
        <source>{place}.</source>
        <translation>{place}위</translation>
    </message>
    <message>
        <source>No warning, yet the two differ by {gap}: all terms are nearly too small for {dtype}, and few digits of them are left.</source>
        <translation>경고는 없지만 두 식이 {gap}만큼 다릅니다. 모든 항이 {dtype}에 담기에 너무 작아 남은 자릿수가 거의 없습니다.</translation>
    </message>
    <message>
        <source>The largest score is 0 now and its term e⁰ = 1: nothing can overflow. That is all that the safe formula does, for any scores.</source>
        <translation>이제 가장 큰 점수가 0이고 그 항은 e⁰ = 1이므로 넘칠 것이 없습니다. 안전한 식이 언제나 하는 일이 바로 이것입니다.</translation>
    </message>
    <message>
        <source>Every term fits into {dtype}. The two formulas differ by no more than {gap}.</source>
        <translation>모든 항이 {dtype}에 담깁니다. 두 식의 차이는 {gap} 이하입니다.</translation>
    </message>
    <message>
        <source>With this constant, scores are more than {dtype} can hold ({most}), and become inf. From inf no formula comes back.</source>
        <translation>이 상수를 더하면 점수가 {dtype}에 담을 수 있는 수({most})를 넘어 inf가 됩니다. inf에서는 어떤 식도 돌아오지 못합니다.</translation>
    </message>
    <message>
        <source>{score} is more than {dtype} can hold ({most}) and becomes inf before any formula sees it. inf − inf is no number, so the safe formula breaks, too: choose a larger type.</source>
        <translation>{score}: {dtype}에 담을 수 있는 수({most})를 넘어, 계산하기도 전에 inf가 됩니다. inf − inf는 수가 아니므로 안전한 식도 고장 납니다. 더 큰 형식을 고르세요.</translation>
    </message>
    <message>
        <source>exp({score}) is more than {dtype} can hold ({most}) and becomes inf; inf / inf is no number. Softmax asks for differences only, so take the largest score away: press Repair.</source>
        <translation>exp({score}): {dtype}에 담을 수 있는 수({most})를 넘어 inf가 되고, inf / inf는 수가 아닙니다. 소프트맥스는 점수의 차이만 보므로 최댓값을 빼면 됩니다. ‘고치기’를 누르세요.</translation>
    </message>
    <message>
        <source>Each term fits, but their sum is more than {dtype} can hold ({most}) and becomes inf: every probability becomes 0.</source>
        <translation>항 하나하나는 담기지만 합이 {dtype}에 담을 수 있는 수({most})를 넘어 inf가 됩니다. 그래서 확률이 모두 0이 됩니다.</translation>
    </message>
    <message>
        <source>Every term is too small for {dtype} and becomes 0; 0 / 0 is no number. Press Repair: with the largest score at 0, one term at least is 1.</source>
        <translation>모든 항이 {dtype}에 담기에 너무 작아 0이 됩니다. 0 / 0은 수가 아닙니다. ‘고치기’를 누르면 가장 큰 점수가 0이 되어 적어도 한 항은 1이 됩니다.</translation>
    </message>
    <message>
        <source>The largest score that it survives: {limits}</source>
        <translation>적힌 그대로의 식이 견디는 가장 큰 점수: {limits}</translation>
    </message>
    <message>
        <source>Add a constant to every score, and see what changes.</source>
        <translation>모든 점수에 상수를 더해 무엇이 달라지는지 보세요.</translation>
    </message>
    <message>
        <source>{dtype} cannot hold that.</source>
        <translation>{dtype}에 담을 수 없습니다.</translation>
    </message>
    <message>
        <source>Greatest change of a probability: 0. Nothing has moved.</source>
        <translation>확률의 가장 큰 변화: 0. 아무것도 달라지지 않았습니다.</translation>
    </message>
    <message>
        <source>Greatest change of a probability: {change}, by rounding: {dtype} goes in steps of {step} there.</source>
        <translation>확률의 가장 큰 변화: {change}. 반올림 때문입니다. 이 크기에서 {dtype}의 눈금 간격은 {step}입니다.</translation>
    </message>
    <message>
        <source>Divide every score: below 1 sharper, above 1 more even.</source>
        <translation>모든 점수를 나눕니다. 1보다 작으면 뾰족해지고 크면 고르게 됩니다.</translation>
    </message>
    <message>
        <source>Sharper: the largest has {now} instead of {before}.</source>
        <translation>더 뾰족합니다. 가장 큰 확률: {before} → {now}.</translation>
    </message>
    <message>
        <source>More even: the largest has {now} instead of {before}.</source>
        <translation>더 고릅니다. 가장 큰 확률: {before} → {now}.</translation>
    </message>
    <message>
        <source>The order stays.</source>
        <translation>순서는 그대로입니다.</translation>
    </message>
    <message>
        <source>The order stays, but what {dtype} can no longer tell apart shares a place.</source>
        <translation>순서는 그대로지만, {dtype} 형식으로 구별되지 않는 것은 순위가 같습니다.</translation>
    </message>
    <message>
        <source>The sum of these numbers in {dtype}: {total}</source>
        <translation>이 수들을 {dtype} 형식으로 더한 합: {total}</translation>
    </message>
    <message>
        <source>The largest score is the largest probability: class {k} either way.</source>
        <translation>가장 큰 점수가 가장 큰 확률입니다. 소프트맥스가 있든 없든 클래스 {k}입니다.</translation>
    </message>
    <message>
        <source>{rows} rows of {classes} scores: {slow} µs with softmax, {fast} µs without, {ratio} times as fast; {same} of {rows} classes the same.</source>
        <translation>점수 {classes}개짜리 {rows}행: 소프트맥스를 쓰면 {slow} µs, 생략하면 {fast} µs로 {ratio}배 빠릅니다. 고른 클래스는 {rows}행 중 {same}행이 같습니다.</translation>
    </message>
    <message>
        <source>Without softmax there is no exp, and nothing can overflow: argmax a = {k}. It is left out when a network is used, and needed when it learns.</source>
        <translation>소프트맥스가 없으면 exp도 없으니 넘칠 것이 없습니다: argmax a = {k}. 추론할 때는 생략하고, 학습할 때는 필요합니다.</translation>
    </message>
    <message>
        <source>“{text}” is no finite number. 1010, −3.5e4 and 0.25 are.</source>
        <translation>‘{text}’: 유한한 수가 아닙니다. 1010, −3.5e4, 0.25처럼 써 주세요.</translation>
    </message>
    <message>
        <source>a small sum gives nearly 0</source>
        <translation>합이 작으면 0에 가깝습니다</translation>
    </message>
    <message>
        <source>a large sum gives nearly 1</source>
        <translation>합이 크면 1에 가깝습니다</translation>
    </message>
    <message>
        <source>always between 0 and 1</source>
        <translation>언제나 0과 1 사이입니다</translation>
    </message>
    <message>
        <source>neither is a straight line</source>
        <translation>둘 다 비선형입니다</translation>
    </message>
    <message>
        <source>step jumps, sigmoid rises smoothly</source>
        <translation>계단은 갑자기, 시그모이드는 매끄럽게</translation>
    </message>
    <message>
        <source>step knows 0 and 1, sigmoid all between</source>
        <translation>계단은 0과 1뿐, 시그모이드는 실수</translation>
    </message>
    <message>
        <source>{sums}: {count} in the tallest bar</source>
        <translation>{sums}: 가장 높은 막대 {count}개</translation>
    </message>
    <message>
        <source>with softmax</source>
        <translation>소프트맥스 포함</translation>
    </message>
    <message>
        <source>without softmax</source>
        <translation>소프트맥스 생략</translation>
    </message>
</context>
</TS>
